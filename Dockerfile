# The service, built once and run without its development packages. The embedded database stays behind.
FROM node:22-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# What the service needs when it runs. What builds it belongs to the workspaces.
RUN npm ci --omit=dev --omit=optional --workspaces=false --loglevel=error --no-audit --no-fund

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY scripts/package.json scripts/
COPY sdk/package.json sdk/
COPY web/package.json web/
# With the optional packages: the compiler of the service and the pages is one of them.
RUN npm ci --omit=dev --loglevel=error --no-audit --no-fund
COPY tsconfig.json ./
COPY scripts scripts
COPY src src
COPY sdk sdk
COPY web web
RUN node scripts/build-service.mjs service && node web/build.mjs

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0
COPY --from=packages /app/package.json ./
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
USER node
EXPOSE 3000
# By node: the image has no curl. For a worker, which listens nowhere: `docker run --no-healthcheck`.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# A small young generation: it takes some 25 MiB less, at no cost that shows.
CMD ["node", "--max-semi-space-size=4", "--enable-source-maps", "dist/src/main.js"]

export default function tearDown() {
  globalThis.testServer.stop();
}

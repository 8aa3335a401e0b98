const PARENT_CHECK_MS = 500;

/** Ends this process with its parent: npm passes a SIGTERM only to the shell in which it runs a script. */
export function stopWithParent() {
  const parent = process.ppid;
  const check = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(check);
    process.kill(process.pid, 'SIGTERM');
  }, PARENT_CHECK_MS);
  check.unref();
}

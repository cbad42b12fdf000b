// Run after changing a dependency. A registry mirror that lacks the binaries of other systems leaves them out of the lock file,
// and `npm ci` then refuses it everywhere. This names them again, so that the lock serves Linux, macOS and Windows alike.
import { readFileSync, writeFileSync } from 'node:fs';

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];
const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));

for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const known = Object.keys(lock.packages).some((place) => place.endsWith(`node_modules/${name}`));
    const os = systems.find((system) => name.includes(system));
    const cpu = processors.find((processor) => name.includes(`-${processor}`));
    if (known || os === undefined || cpu === undefined) continue;
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(lock.packages[path].dev ? { dev: true } : {}),
      ...(name.includes('-musl') ? { libc: ['musl'] } : {}),
      ...(name.endsWith('-gnu') ? { libc: ['glibc'] } : {}),
      optional: true,
      os: [os],
    };
  }
}
const [root, ...others] = Object.entries(lock.packages);
lock.packages = Object.fromEntries([root, ...others.sort(([a], [b]) => (a < b ? -1 : 1))]);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);

import fs from 'node:fs';
import inspector from 'node:inspector';

// Loaded before the service's own code: a SIGWINCH (most other signals end the service) begins a profile of its
// processor time, the next one writes it where PROFILE says. A profile of its whole life would be of the start, too.
const session = new inspector.Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.setSamplingInterval', { interval: 500 });

let running = false;

process.on('SIGWINCH', () => {
  if (running) session.post('Profiler.stop', (_, { profile }) => write(profile));
  else session.post('Profiler.start');
  running = !running;
});

function write(profile: inspector.Profiler.Profile): void {
  const file = process.env['PROFILE'] ?? 'service.cpuprofile';
  fs.writeFileSync(`${file}.new`, JSON.stringify(profile));
  fs.renameSync(`${file}.new`, file);
}

process.stdout.write('not wired yet\n');

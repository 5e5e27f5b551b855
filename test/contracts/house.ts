import { cruise } from "./cruise.ts";

/**
 * `npm run house`: which file may import which. It fails when a file of `src` was not looked at, because a cruiser that
 * cannot read TypeScript finds nothing and calls that success.
 */
const { modules, breaches, unseen } = await cruise(".");

for (const { rule, where, why } of breaches) console.error(`${where}\n  ${why} (${rule})\n`);
for (const file of unseen.slice(0, 10))
  console.error(`${file}\n  was not looked at: is @swc/core installed?\n`);

if (modules === 0) console.error("No module of src was looked at: is @swc/core installed?");
else if (breaches.length + unseen.length === 0) console.log(`The house is in order: ${modules} modules.`);
else
  console.error(`${breaches.length} imports against the house rules, ${unseen.length} files not looked at.`);

process.exitCode = modules > 0 && breaches.length + unseen.length === 0 ? 0 : 1;

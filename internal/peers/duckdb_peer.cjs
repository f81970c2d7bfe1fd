// Answers a plan in SQL, round by round, as sqlite_peer.py does.
const { DuckDBInstance } = require('@duckdb/node-api');
const fs = require('fs');

const peak = () => {
  try { return Number(/VmHWM:\s*(\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]) * 1024; } catch { return 0; }
};
const write = (answer) => console.log(JSON.stringify({ ...answer, peak: peak() }));
const used = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1e6; };

async function main() {
  const plan = JSON.parse(fs.readFileSync(0, 'utf8'));
  const db = await (await DuckDBInstance.create(':memory:')).connect();
  const run = async (sql) => (await db.runAndReadAll(sql)).getRows();
  const one = async (sql) => Number((await run(sql))[0][0]);
  write({ version: (await run('SELECT version()'))[0][0] });

  const start = used();
  for (const sql of [
    `CREATE TABLE raw AS SELECT * FROM read_csv('${plan.file}', header = true, all_varchar = true)`,
    `CREATE TABLE node AS SELECT id, (row_number() OVER () - 1)::INT AS i FROM (SELECT supplier AS id FROM raw UNION SELECT customer FROM raw)`,
    `CREATE TABLE need AS SELECT (row_number() OVER () - 1)::INT AS k, i AS customer, need AS name, n AS sources
       FROM (SELECT i, need, count(*)::INT AS n FROM raw JOIN node ON id = customer GROUP BY ALL)`,
    `CREATE TABLE source AS SELECT s.i AS supplier, k AS need, c.i AS customer FROM raw JOIN node s ON s.id = raw.supplier
       JOIN node c ON c.id = raw.customer JOIN need ON need.customer = c.i AND need.name = raw.need ORDER BY 1`,
    'DROP TABLE raw',
    'CREATE TEMP TABLE failed (i INT)',
    'CREATE TEMP TABLE lost (k INT, n INT)',
  ]) await run(sql);
  write({ item: 'CSV to ready', seconds: used() - start, counts: [await one('SELECT count(*) FROM node'), await one('SELECT count(*) FROM source')] });

  const number = new Map((await run('SELECT id, i FROM node')));
  const closure = (hub) => one(`WITH RECURSIVE reached AS (SELECT ${hub} AS i UNION SELECT customer FROM reached JOIN source ON supplier = i)
    SELECT count(*) - 1 FROM reached`);
  async function cut(nodes) {
    await run('CREATE OR REPLACE TEMP TABLE step AS SELECT DISTINCT unnest([' + nodes + '])::INT AS i');
    while (await one('SELECT count(*) FROM step') > 0) {
      await run('INSERT INTO failed SELECT i FROM step');
      await run('CREATE OR REPLACE TEMP TABLE hit AS SELECT need AS k, count(*)::INT AS n FROM step JOIN source ON supplier = i GROUP BY need');
      await run('INSERT INTO lost SELECT * FROM hit');
      await run(`CREATE OR REPLACE TEMP TABLE step AS SELECT DISTINCT customer AS i FROM
        (SELECT k, sum(n) AS n FROM lost WHERE k IN (SELECT k FROM hit) GROUP BY k) JOIN need USING (k)
        WHERE n = sources AND customer NOT IN (SELECT i FROM failed)`);
    }
    const n = await one('SELECT count(*) FROM failed');
    await run('TRUNCATE failed');
    await run('TRUNCATE lost');
    return n;
  }
  await timed('closure', [number.get(plan.hub)], closure);
  for (const c of plan.cuts) await timed(c.item, c.sets.map((ids) => ids.map((id) => number.get(id))), cut);

  async function timed(item, questions, ask) {
    const start = used();
    let turns = 0, counts;
    while (turns === 0 || used() - start < 0.2) {
      turns++;
      counts = [];
      for (const q of questions) {
        counts.push(await ask(q));
        if (used() - start > plan.limit) break;
      }
    }
    write({ item, seconds: (used() - start) / turns, counts });
  }
}

main().then(() => process.exit(0), (e) => { console.error(e.message); process.exit(2); });

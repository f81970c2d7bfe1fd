import csv
import sqlite3

import peer

peer.version(sqlite3.sqlite_version)


def read(file):
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("CREATE TABLE raw (supplier TEXT, customer TEXT, need TEXT)")
    with open(file) as f:
        lines = csv.reader(f)
        next(lines)
        db.execute("BEGIN")
        db.executemany("INSERT INTO raw VALUES (?, ?, ?)", lines)
        db.execute("COMMIT")
    db.executescript("""
        CREATE TABLE node (i INTEGER PRIMARY KEY, id TEXT UNIQUE);
        INSERT INTO node (id) SELECT supplier FROM raw UNION SELECT customer FROM raw;
        CREATE TABLE need (k INTEGER PRIMARY KEY, customer INT, name TEXT, sources INT, UNIQUE (customer, name));
        INSERT INTO need (customer, name, sources)
            SELECT i, need, count(*) FROM raw JOIN node ON id = customer GROUP BY i, need;
        CREATE TABLE source (supplier INT, need INT, customer INT, PRIMARY KEY (supplier, need)) WITHOUT ROWID;
        INSERT INTO source SELECT s.i, k, c.i FROM raw JOIN node s ON s.id = raw.supplier JOIN node c ON c.id = raw.customer
            JOIN need ON need.customer = c.i AND need.name = raw.need ORDER BY 1, 2;
        DROP TABLE raw;
        CREATE TEMP TABLE step (i INTEGER PRIMARY KEY);
        CREATE TEMP TABLE later (i INTEGER PRIMARY KEY);
        CREATE TEMP TABLE failed (i INTEGER PRIMARY KEY);
        CREATE TEMP TABLE lost (k INTEGER PRIMARY KEY, n INT);
        ANALYZE;
    """)
    one = lambda query, *values: db.execute(query, values).fetchone()[0]

    def cut(nodes):
        db.execute("BEGIN")
        db.executemany("INSERT OR IGNORE INTO step VALUES (?)", [(i,) for i in nodes])
        while one("SELECT EXISTS (SELECT 1 FROM step)"):
            db.execute("INSERT INTO failed SELECT i FROM step")
            db.execute("""INSERT INTO lost SELECT need, count(*) FROM step CROSS JOIN source ON supplier = step.i WHERE true GROUP BY need
                ON CONFLICT (k) DO UPDATE SET n = n + excluded.n""")
            db.execute("""INSERT OR IGNORE INTO later SELECT need.customer FROM step CROSS JOIN source ON supplier = step.i CROSS JOIN lost ON lost.k = source.need
                CROSS JOIN need ON need.k = lost.k WHERE n = sources AND NOT EXISTS (SELECT 1 FROM failed WHERE failed.i = need.customer)""")
            db.execute("DELETE FROM step")
            db.execute("INSERT INTO step SELECT i FROM later")
            db.execute("DELETE FROM later")
        n = one("SELECT count(*) FROM failed")
        db.execute("DELETE FROM failed")
        db.execute("DELETE FROM lost")
        db.execute("COMMIT")
        return n

    def closure(hub):
        return one("""WITH RECURSIVE reached (i) AS (SELECT ? UNION SELECT customer FROM reached JOIN source ON supplier = reached.i)
            SELECT count(*) - 1 FROM reached""", hub)

    number = lambda i: one("SELECT i FROM node WHERE id = ?", i)
    return one("SELECT count(*) FROM node"), one("SELECT count(*) FROM source"), number, closure, cut


peer.be(read)

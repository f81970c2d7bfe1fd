"""Answers a plan, as be does in answer.go: a peer gives a function that reads a file."""

import json
import resource
import sys


def used():
    """Seconds of a processor, user and system, that this program took."""
    u = resource.getrusage(resource.RUSAGE_SELF)
    return u.ru_utime + u.ru_stime


def be(read):
    """read returns (nodes, rows, number of a name, closure of a number, cut of numbers)."""
    plan = json.load(sys.stdin)
    start = used()
    nodes, rows, number, closure, cut = read(plan["file"])
    write("CSV to ready", used() - start, [nodes, rows])
    timed(plan, "closure", [number(plan["hub"])], closure)
    for c in plan["cuts"]:
        timed(plan, c["item"], [[number(i) for i in ids] for ids in c["sets"]], cut)


def timed(plan, item, questions, ask):
    turns, start = 0, used()
    while turns == 0 or used() - start < 0.2:
        turns += 1
        counts = []
        for q in questions:
            counts.append(int(ask(q)))
            if used() - start > plan["limit"]:
                break
    write(item, (used() - start) / turns, counts)


def write(item, seconds, counts):
    print(json.dumps({"item": item, "seconds": seconds, "counts": counts, "peak": peak()}), flush=True)


def peak():
    """Bytes of memory that this process held at most, 0 where the system does not say."""
    try:
        with open("/proc/self/status") as f:
            return next(int(line.split()[1]) << 10 for line in f if line.startswith("VmHWM"))
    except OSError:
        return 0


def version(text):
    print(json.dumps({"version": text}), flush=True)

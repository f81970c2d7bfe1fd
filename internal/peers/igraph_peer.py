import csv

import igraph

import peer

peer.version(igraph.__version__)


def read(file):
    number, needs, left, owner, need_of, edges = {}, {}, [], [], [], []
    with open(file) as f:
        lines = csv.reader(f)
        next(lines)
        for supplier, customer, name in lines:
            s = number.setdefault(supplier, len(number))
            c = number.setdefault(customer, len(number))
            k = needs.setdefault((c, name), len(needs))
            if k == len(left):
                left.append(0)
                owner.append(c)
            left[k] += 1
            edges.append((s, c))
            need_of.append(k)
    g = igraph.Graph(len(number), edges, directed=True)

    def cut(nodes):
        failed, lost = set(nodes), {}
        queue = list(failed)
        for i in queue:
            for e in g.incident(i, mode="out"):
                k = need_of[e]
                n = lost[k] = lost.get(k, 0) + 1
                if n == left[k] and owner[k] not in failed:
                    failed.add(owner[k])
                    queue.append(owner[k])
        return len(queue)

    return g.vcount(), g.ecount(), number.get, lambda hub: len(g.subcomponent(hub, mode="out")) - 1, cut


peer.be(read)

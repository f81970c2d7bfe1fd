import csv

import networkx

import peer

peer.version(networkx.__version__)


def read(file):
    g, needs, left, owner, rows = networkx.DiGraph(), {}, [], [], 0
    with open(file) as f:
        lines = csv.reader(f)
        next(lines)
        for supplier, customer, name in lines:
            rows += 1
            k = needs.setdefault((customer, name), len(needs))
            if k == len(left):
                left.append(0)
                owner.append(customer)
            left[k] += 1
            if g.has_edge(supplier, customer):
                g[supplier][customer]["needs"].append(k)
            else:
                g.add_edge(supplier, customer, needs=[k])

    def cut(nodes):
        failed, lost = set(nodes), {}
        queue = list(failed)
        for i in queue:
            for _, _, ks in g.out_edges(i, data="needs"):
                for k in ks:
                    n = lost[k] = lost.get(k, 0) + 1
                    if n == left[k] and owner[k] not in failed:
                        failed.add(owner[k])
                        queue.append(owner[k])
        return len(queue)

    return len(g), rows, lambda i: i, lambda hub: len(networkx.descendants(g, hub)), cut


peer.be(read)

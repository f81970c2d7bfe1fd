import numpy
import pandas
import scipy
from scipy.sparse import csgraph, csr_matrix

import peer

peer.version(pandas.__version__ + ", " + scipy.__version__)


def read(file):
    table = pandas.read_csv(file, dtype=str)
    rows = len(table)
    numbers, names = pandas.factorize(pandas.concat([table.supplier, table.customer], ignore_index=True))
    supplier, customer = numbers[:rows], numbers[rows:]
    goods, _ = pandas.factorize(table.need)
    need, keys = pandas.factorize(customer * (goods.max() + 1) + goods)
    owner = keys // (goods.max() + 1)
    left = numpy.bincount(need).astype(numpy.int32)
    order = numpy.argsort(supplier, kind="stable")
    served = need[order].astype(numpy.int32)
    first = numpy.concatenate([[0], numpy.cumsum(numpy.bincount(supplier, minlength=len(names)))])
    matrix = csr_matrix((numpy.ones(rows, numpy.int8), (supplier, customer)), shape=(len(names), len(names)))
    failed = numpy.zeros(len(names), bool)

    def cut(nodes):
        step = numpy.unique(numpy.array(nodes))
        failed[step] = True
        steps, lost = [step], []
        while len(step):
            start, size = first[step], first[step + 1] - first[step]
            at = numpy.arange(size.sum()) + numpy.repeat(start - numpy.cumsum(size) + size, size)
            needs, n = numpy.unique(served[at], return_counts=True)
            left[needs] -= n.astype(numpy.int32)
            lost.append((needs, n))
            step = numpy.unique(owner[needs[left[needs] == 0]])
            step = step[~failed[step]]
            failed[step] = True
            steps.append(step)
        for step in steps:
            failed[step] = False
        for needs, n in lost:
            left[needs] += n.astype(numpy.int32)
        return sum(map(len, steps))

    def closure(hub):
        return len(csgraph.breadth_first_order(matrix, hub, return_predecessors=False)) - 1

    return len(names), rows, names.get_loc, closure, cut


peer.be(read)

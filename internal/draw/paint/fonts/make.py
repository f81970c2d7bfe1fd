#!/usr/bin/python3
"""Cuts the three faces that linestop draws with out of Debian's fonts. See README.md."""

import gzip
import os

from fontTools import subset

LIBERATION = "/usr/share/fonts/truetype/liberation2/LiberationSans-%s.ttf"
DROID = "/usr/share/fonts-droid-fallback/truetype/DroidSansFallback.ttf"

# Latin with diacritics, Greek, Cyrillic, punctuation, currency, arrows, mathematics, boxes, shapes.
WEST = [(0x20, 0x52F), (0x1E00, 0x1EFF), (0x2010, 0x205E), (0x2070, 0x209F), (0x20A0, 0x20BF),
        (0x2100, 0x214F), (0x2150, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF),
        (0xFFFD, 0xFFFD)]
# CJK punctuation, kana, enclosed and square signs, ideographs, Hangul, full-width forms.
EAST = [(0x3000, 0x30FF), (0x3200, 0x33FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xFF00, 0xFFEF)]

def cut(source, target, family, points):
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True,
                             glyph_names=False, legacy_kern=False, recalc_timestamp=False,
                             drop_tables=["GPOS", "GSUB", "GDEF", "vhea", "vmtx", "kern", "FFTM", "DSIG", "gasp"])
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    # A changed font may not carry the reserved name of the original.
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 16):
            record.string = family
        elif record.nameID == 6:
            record.string = family.replace(" ", "")
    plain = target[:-len(".gz")]
    subset.save_font(font, plain, options)
    with open(plain, "rb") as f:
        data = f.read()
    os.remove(plain)
    with gzip.GzipFile(target, "wb", compresslevel=9, mtime=0) as f:
        f.write(data)
    print(f"{target}: {len(font.getBestCmap())} characters, {len(data)} bytes plain")


def main():
    west = [c for a, b in WEST for c in range(a, b + 1)]
    east = [c for a, b in EAST for c in range(a, b + 1)]
    cut(LIBERATION % "Regular", "west-regular.ttf.gz", "Linestop Sans", west)
    cut(LIBERATION % "Bold", "west-bold.ttf.gz", "Linestop Sans Bold", west)
    cut(DROID, "east-regular.ttf.gz", "Linestop Sans East", east)


main()

#!/usr/bin/env python3
"""Makes the hostile files beside it, each named by its defect. Needs ImageMagick for the one whole picture that most
of them spoil. What came of them is kept: run it again only to add one. What is expected of each stands in
HostileFilesTest; files too large to keep are made there."""
import os
import struct
import subprocess
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))


def write(name, content):
    with open(os.path.join(HERE, name), "wb") as out:
        out.write(content)


def picture(form, *how):
    return subprocess.run(
        ["convert", "-size", "160x120", "gradient:#c08060-#402010", *how, form + ":-"],
        check=True, capture_output=True).stdout


def segment(marker, body):
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def after_soi(jpeg, *segments):
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def with_jpeg_size(jpeg, width, height):
    for sof in (b"\xff\xc0", b"\xff\xc2"):
        at = jpeg.find(sof)
        if at > 0:
            return jpeg[:at + 5] + struct.pack(">HH", height, width) + jpeg[at + 9:]
    raise ValueError("no frame")


def chunk(kind, body, crc=None):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body) if crc is None else crc)


def png(width, height, rows, *extra, bits=8, colour=2):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def zeros(count):
    packer = zlib.compressobj(9)
    out = b""
    for _ in range(count // (1 << 20)):
        out += packer.compress(bytes(1 << 20))
    return out + packer.compress(bytes(count % (1 << 20))) + packer.flush()


def tiff(entries, tail=b"", next_ifd=0):
    body = struct.pack("<H", len(entries))
    for tag, kind, count, value in sorted(entries):
        body += struct.pack("<HHII", tag, kind, count, value)
    return b"II*\0" + struct.pack("<I", 8) + body + struct.pack("<I", next_ifd) + tail


def tiff_entries(width, height, offset, size):
    return [(256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1),
            (273, 4, 1, offset), (277, 3, 1, 1), (278, 4, 1, height), (279, 4, 1, size)]


def exif(ifd0, ifd1=0):
    return b"Exif\0\0" + tiff(ifd0, next_ifd=ifd1)


def riff(body, size=None):
    return b"RIFF" + struct.pack("<I", len(body) if size is None else size) + body


JPEG = picture("jpeg", "-quality", "85")
PNG_ROWS = zlib.compress((b"\0" + b"\x80\x60\x40" * 160) * 120, 9)
WEBP = picture("webp")
HTML = b"<html><script>alert(document.cookie)</script></html>"

# sizes that are not there, and bombs
write("jpeg-claims-65500-by-65500.jpg", with_jpeg_size(JPEG, 65500, 65500))
write("jpeg-claims-9900-by-9900-in-a-kilobyte.jpg", with_jpeg_size(JPEG, 9900, 9900))
write("jpeg-claims-no-height.jpg", with_jpeg_size(JPEG, 160, 0))
write("png-claims-2-billion-pixels.png", png(60000, 40000, zlib.compress(b"\0")))
write("png-bomb-20000-by-20000-of-zeros.png", png(20000, 20000, zeros(20000 * 2501), bits=1, colour=0))
write("png-text-that-unpacks-to-256-megabytes.png",
      png(160, 120, PNG_ROWS, chunk(b"zTXt", b"Comment\0\0" + zeros(1 << 28))))
write("png-profile-that-unpacks-to-256-megabytes.png",
      png(160, 120, PNG_ROWS, chunk(b"iCCP", b"icc\0\0" + zeros(1 << 28))))
write("tiff-claims-4-billion-wide.tif", tiff(tiff_entries(0xFFFFFFFF, 0xFFFFFFFF, 200, 100)))
write("tiff-tag-counts-4-billion-values.tif", tiff(tiff_entries(160, 120, 200, 100) + [(700, 1, 0xFFFFFFFF, 8)]))

# cut short
scan = JPEG.find(b"\xff\xda")
write("jpeg-cut-in-the-scan.jpg", JPEG[:scan + (len(JPEG) - scan) // 2])
write("jpeg-cut-in-a-segment.jpg", JPEG[:scan - 3])
write("jpeg-without-its-end.jpg", JPEG[:-2])
write("png-cut-in-the-picture.png", png(160, 120, PNG_ROWS)[:-40])
write("webp-cut.webp", WEBP[:len(WEBP) // 2])
write("tiff-cut-in-its-directory.tif", tiff(tiff_entries(160, 120, 200, 100))[:40])

# lengths and checksums that lie
write("jpeg-segment-longer-than-the-file.jpg", JPEG[:2] + b"\xff\xe1\xff\xff" + JPEG[2:])
write("jpeg-segment-of-length-0.jpg", JPEG[:2] + b"\xff\xe1\x00\x00" + JPEG[2:])
write("png-chunk-of-2-gigabytes.png",
      b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 0x7FFFFFFF) + b"IHDR" + bytes(100))
write("png-checksum-wrong.png", png(160, 120, PNG_ROWS).replace(chunk(b"IDAT", PNG_ROWS), chunk(b"IDAT", PNG_ROWS, 7)))
write("png-fewer-rows-than-said.png", png(160, 120, zlib.compress((b"\0" + b"\x80\x60\x40" * 160) * 10)))
write("webp-length-lies.webp", riff(WEBP[8:], 0x7FFFFFF0))
write("webp-chunk-length-lies.webp", WEBP[:16] + struct.pack("<I", 0x7FFFFFF0) + WEBP[20:])
write("tiff-strip-outside-of-the-file.tif", tiff(tiff_entries(160, 120, 0x7FFFFF00, 19200)))
write("heic-box-of-length-0-and-no-end.heic",
      struct.pack(">I", 24) + b"ftypheic\0\0\0\0mif1heic" + struct.pack(">I", 0) + b"meta" + bytes(60))
write("heic-box-longer-than-the-file.heic",
      struct.pack(">I", 24) + b"ftypheic\0\0\0\0mif1heic" + struct.pack(">I", 0x7FFFFFFF) + b"meta" + bytes(60))

# loops
write("tiff-directory-points-to-itself.tif", tiff(tiff_entries(160, 120, 200, 19200), bytes(20000), next_ifd=8))
write("jpeg-exif-directory-points-to-itself.jpg", after_soi(JPEG, segment(0xE1, exif([(274, 3, 1, 1)], ifd1=8))))
write("jpeg-exif-sub-directory-points-to-its-parent.jpg",
      after_soi(JPEG, segment(0xE1, exif([(274, 3, 1, 1), (34665, 4, 1, 8)]))))
write("jpeg-exif-points-outside.jpg",
      after_soi(JPEG, segment(0xE1, exif([(271, 2, 0x7FFFFFFF, 0x7FFFFFF0), (274, 3, 1, 1)]))))

# many scans over a large picture: 100 megapixels in 200 KB, each scan a pass over all blocks
def progressive(scans):
    blocks = ((10000 + 7) // 8) * ((9900 + 7) // 8)
    head = b"\xff\xd8" + segment(0xDB, b"\0" + b"\1" * 64)
    head += segment(0xC2, struct.pack(">BHHB", 8, 9900, 10000, 1) + b"\1\x11\0")
    head += segment(0xC4, b"\x00" + b"\1" + bytes(15) + b"\0")      # DC: one code, no difference
    head += segment(0xC4, b"\x10" + b"\1" + bytes(15) + b"\xe0")    # AC: one code, 32,767 empty blocks
    body = segment(0xDA, b"\1\1\0\0\0\0") + bytes(blocks // 8 + 1)
    runs = blocks // 32767 + 1
    bits = "0" + "1" * 14
    ac = int((bits * runs).ljust((15 * runs + 7) // 8 * 8, "1"), 2).to_bytes((15 * runs + 7) // 8, "big")
    ac = ac.replace(b"\xff", b"\xff\0")
    for _ in range(scans):
        body += segment(0xDA, b"\1\1\0\1\x3f\0") + ac
    return head + body + b"\xff\xd9"


write("jpeg-99-scans-over-99-megapixels.jpg", progressive(98))
write("jpeg-1000-scans-over-99-megapixels.jpg", progressive(1000))

# files that are something else too, or only
write("jpeg-with-a-page-in-its-comment.jpg", after_soi(JPEG, segment(0xFE, HTML)))
write("jpeg-followed-by-a-page.jpg", JPEG + HTML)
write("jpeg-followed-by-an-archive.jpg", JPEG + b"PK\3\4" + bytes(26) + b"PK\5\6" + bytes(18))
write("page-named-as-a-photo.jpg", HTML)
write("drawing-with-a-script.jpg",
      b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
write("drawing-that-reads-a-file.png",
      b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY f SYSTEM "file:///etc/passwd">]><svg>&f;</svg>')
write("document-around-a-photo.jpg", b"%PDF-1.4\n1 0 obj<</Length 1>>stream\n" + JPEG + b"\nendstream")
write("program-named-as-a-photo.jpg", b"\x7fELF\2\1\1" + bytes(100))
write("png-start-before-a-jpeg.png", b"\x89PNG\r\n\x1a\n" + JPEG)

# kinds and colours that are not read
write("jpeg-lossless.jpg", JPEG.replace(b"\xff\xc0", b"\xff\xc3", 1))
write("jpeg-arithmetic.jpg", JPEG.replace(b"\xff\xc0", b"\xff\xc9", 1))
write("jpeg-of-12-bits.jpg", JPEG.replace(b"\xff\xc0\x00\x11\x08", b"\xff\xc1\x00\x11\x0c", 1).replace(
    b"\xff\xc0\x00\x0b\x08", b"\xff\xc1\x00\x0b\x0c", 1))
write("jpeg-of-two-components.jpg", JPEG[:JPEG.find(b"\xff\xc0")]
      + segment(0xC0, struct.pack(">BHHB", 8, 120, 160, 2) + b"\1\x11\0\2\x11\0") + JPEG[scan:])
write("jpeg-profile-is-noise.jpg", after_soi(JPEG, segment(0xE2, b"ICC_PROFILE\0\1\1" + bytes(range(256)) * 20)))
write("jpeg-profile-in-255-parts-of-which-one-came.jpg",
      after_soi(JPEG, segment(0xE2, b"ICC_PROFILE\0\7\xff" + bytes(3000))))
write("png-palette-index-outside.png",
      png(160, 120, zlib.compress((b"\0" + b"\xff" * 160) * 120), chunk(b"PLTE", b"\x10\x20\x30"), colour=3))
write("png-filter-that-is-none.png", png(160, 120, zlib.compress((b"\x09" + b"\x80\x60\x40" * 160) * 120)))

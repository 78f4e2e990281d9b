# Encodes chart.jpg's EXIF and pixels with an irot box beside the EXIF orientation, as phones do.
from ctypes import *
import sys
h = CDLL("libheif.so.1")
class Err(Structure): _fields_ = [("code", c_int), ("sub", c_int), ("msg", c_char_p)]
class Opt(Structure): _fields_ = [("version", c_uint8), ("alpha", c_uint8), ("mac", c_uint8), ("two", c_uint8), ("nclx", c_void_p), ("mac2", c_uint8), ("orientation", c_int)]
def ok(e): assert e.code == 0, e.msg
for f in "heif_context_alloc heif_encoding_options_alloc".split(): getattr(h, f).restype = c_void_p
for f in "heif_context_read_from_file heif_context_get_primary_image_handle heif_decode_image heif_context_get_encoder_for_format heif_encoder_set_lossless heif_context_encode_image heif_context_add_exif_metadata heif_context_write_to_file".split(): getattr(h, f).restype = Err
a = c_void_p(h.heif_context_alloc()); hd = c_void_p(); im = c_void_p()
ok(h.heif_context_read_from_file(a, sys.argv[1].encode(), None)); ok(h.heif_context_get_primary_image_handle(a, byref(hd)))
ok(h.heif_decode_image(hd, byref(im), 0, 1, None))
b = c_void_p(h.heif_context_alloc()); enc = c_void_p(); out = c_void_p()
ok(h.heif_context_get_encoder_for_format(b, 1, byref(enc))); ok(h.heif_encoder_set_lossless(enc, 1))
o = cast(c_void_p(h.heif_encoding_options_alloc()), POINTER(Opt)); print("options version", o.contents.version); o.contents.orientation = 6
ok(h.heif_context_encode_image(b, im, enc, o, byref(out)))
exif = open(sys.argv[3], "rb").read()
ok(h.heif_context_add_exif_metadata(b, out, exif, len(exif)))
ok(h.heif_context_write_to_file(b, sys.argv[2].encode()))

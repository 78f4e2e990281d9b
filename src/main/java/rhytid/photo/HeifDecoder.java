package rhytid.photo;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGBA2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the primary picture of a HEIC or AVIF file. libheif applies the file's own turns and crops, which are the
 * ones that count (ISO/IEC 23008-12), so EXIF's orientation must not be applied on top.
 */
final class HeifDecoder implements AutoCloseable {

    private static final int COLORSPACE_RGB = 1;
    private static final int CHROMA_INTERLEAVED_RGB = 10;
    private static final int CHROMA_INTERLEAVED_RGBA = 11;
    private static final int CHANNEL_INTERLEAVED = 10;

    private static final int ERROR_UNSUPPORTED_FEATURE = 4;
    private static final int DETAIL_UNSUPPORTED_CODEC = 3000;

    /** Offset of {@code convert_hdr_to_8bit} in {@code struct heif_decoding_options} from version 2 on. */
    private static final long CONVERT_HDR_TO_8BIT = 40;

    /** Offsets in {@code struct heif_color_profile_nclx}, whose first byte is its version. */
    private static final long NCLX_PRIMARIES = 4;

    private static final long NCLX_TRANSFER = 8;

    /** Transfer characteristics (ITU-T H.273) of HDR: PQ and HLG. */
    private static final int PQ = 16;

    private static final int HLG = 18;

    private final Heif heif;
    private final PhotoFormat format;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment context;
    private MemorySegment handle = MemorySegment.NULL;

    HeifDecoder(Heif heif, PhotoFormat format) {
        this.heif = heif;
        this.format = format;
        context = (MemorySegment) Heif.call(heif.contextAlloc);
    }

    /** Opens the file and tells what it says about its picture. */
    Header open(byte[] file, PhotoLimits limits) throws Unreadable {
        MemorySegment copy = arena.allocate(file.length);
        MemorySegment.copy(file, 0, copy, JAVA_BYTE, 0, file.length);
        // Beside the check of ours: libheif refuses tiles and hidden pictures whose width or height is above this.
        Heif.call(heif.setMaximumSize, context, 1 << 15);
        check(Heif.status(heif.readFromMemory, context, copy, (long) file.length, MemorySegment.NULL));
        MemorySegment out = arena.allocate(ADDRESS);
        check(Heif.status(heif.primaryImage, context, out));
        handle = out.get(ADDRESS, 0);
        return new Header(
                (int) Heif.call(heif.handleWidth, handle),
                (int) Heif.call(heif.handleHeight, handle),
                Header.Colours.RGB,
                (int) Heif.call(heif.handleHasAlpha, handle) != 0 ? Header.Alpha.STRAIGHT : Header.Alpha.NONE,
                profile(limits),
                exif(limits));
    }

    /** The picture upright: blue, green, red, 8 bits; transparent parts over white. */
    Mat decode(Header header) throws Unreadable {
        int chroma = header.alpha() != Header.Alpha.NONE ? CHROMA_INTERLEAVED_RGBA : CHROMA_INTERLEAVED_RGB;
        MemorySegment options = (MemorySegment) Heif.call(heif.optionsAlloc);
        MemorySegment out = arena.allocate(ADDRESS);
        try {
            options.reinterpret(CONVERT_HDR_TO_8BIT + 1).set(JAVA_BYTE, CONVERT_HDR_TO_8BIT, (byte) 1);
            check(Heif.status(heif.decode, handle, out, COLORSPACE_RGB, chroma, options));
        } finally {
            Heif.call(heif.optionsFree, options);
        }
        MemorySegment image = out.get(ADDRESS, 0);
        try {
            return copy(image, header);
        } finally {
            Heif.call(heif.imageRelease, image);
        }
    }

    private Mat copy(MemorySegment image, Header header) throws Unreadable {
        int width = (int) Heif.call(heif.imageWidth, image, CHANNEL_INTERLEAVED);
        int height = (int) Heif.call(heif.imageHeight, image, CHANNEL_INTERLEAVED);
        MemorySegment strideOut = arena.allocate(JAVA_INT);
        MemorySegment plane = (MemorySegment) Heif.call(heif.imagePlane, image, CHANNEL_INTERLEAVED, strideOut);
        if (width != header.width() || height != header.height() || plane.equals(MemorySegment.NULL)) {
            throw new Unreadable(FileRefusal.damaged("its picture is not what its header says"));
        }
        boolean alpha = header.alpha() != Header.Alpha.NONE;
        long stride = strideOut.get(JAVA_INT, 0);
        try (BytePointer samples =
                        new BytePointer(plane.reinterpret(stride * height).asByteBuffer());
                Mat decoded = new Mat(height, width, alpha ? CV_8UC4 : CV_8UC3, samples, stride)) {
            Mat result = new Mat();
            cvtColor(decoded, result, alpha ? COLOR_RGBA2BGRA : COLOR_RGB2BGR);
            return alpha ? OpenCvDecoder.overWhite(result, header.alpha()) : result;
        }
    }

    /** The file's ICC profile, or one of ours for the colours that it names by number. */
    private @Nullable Bytes profile(PhotoLimits limits) throws Unreadable {
        long size = (long) Heif.call(heif.profileSize, handle);
        if (size > 0 && size <= limits.maxProfileBytes()) {
            MemorySegment profile = arena.allocate(size);
            check(Heif.status(heif.profile, handle, profile));
            return Bytes.of(profile.toArray(JAVA_BYTE));
        }
        MemorySegment out = arena.allocate(ADDRESS);
        if (size > 0 || Heif.status(heif.nclx, handle, out).code() != 0) {
            return size > 0 ? Bytes.of(new byte[0]) : null;
        }
        MemorySegment nclx = out.get(ADDRESS, 0).reinterpret(NCLX_TRANSFER + 4);
        int primaries = nclx.get(JAVA_INT, NCLX_PRIMARIES);
        int transfer = nclx.get(JAVA_INT, NCLX_TRANSFER);
        Heif.call(heif.nclxFree, nclx);
        if (transfer == PQ || transfer == HLG) {
            throw new Unreadable(FileRefusal.colourSpace("of high dynamic range"));
        }
        return RgbSpace.ofCodePoint(primaries).map(RgbSpace::profile).orElse(null);
    }

    /** The EXIF block behind its four bytes of offset (ISO/IEC 23008-12 annex A). */
    private @Nullable Bytes exif(PhotoLimits limits) throws Unreadable {
        MemorySegment id = arena.allocate(JAVA_INT);
        if ((int) Heif.call(heif.metadataIds, handle, arena.allocateFrom("Exif"), id, 1) != 1) {
            return null;
        }
        long size = (long) Heif.call(heif.metadataSize, handle, id.get(JAVA_INT, 0));
        if (size < 4 || size > limits.maxFileBytes()) {
            return null;
        }
        MemorySegment block = arena.allocate(size);
        check(Heif.status(heif.metadata, handle, id.get(JAVA_INT, 0), block));
        Bytes bytes = Bytes.of(block.toArray(JAVA_BYTE));
        long start = 4 + bytes.u32(0);
        return start > size ? null : bytes.from(start);
    }

    private void check(Heif.Status status) throws Unreadable {
        if (status.code() == 0) {
            return;
        }
        boolean noCodec = status.code() == ERROR_UNSUPPORTED_FEATURE && status.detail() == DETAIL_UNSUPPORTED_CODEC;
        throw new Unreadable(
                noCodec
                        ? FileRefusal.heifCodecMissing(format.id())
                        : FileRefusal.damaged("its picture cannot be decoded"));
    }

    @Override
    public void close() {
        if (!handle.equals(MemorySegment.NULL)) {
            Heif.call(heif.handleRelease, handle);
        }
        Heif.call(heif.contextFree, context);
        arena.close();
    }
}

package rhytid.photo;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.commons.imaging.FormatCompliance;
import org.apache.commons.imaging.ImagingException;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.formats.tiff.TiffDirectory;
import org.apache.commons.imaging.formats.tiff.TiffField;
import org.apache.commons.imaging.formats.tiff.TiffReader;
import org.apache.commons.imaging.formats.tiff.constants.TiffDirectoryConstants;

/** The tags of an EXIF block, read by Commons Imaging. A tag that is missing or makes no sense is empty. */
record ExifTags(List<TiffDirectory> directories) {

    static final int MAIN = TiffDirectoryConstants.DIRECTORY_TYPE_ROOT;
    static final int PHOTO = TiffDirectoryConstants.DIRECTORY_TYPE_EXIF;
    static final int INTEROPERABILITY = TiffDirectoryConstants.DIRECTORY_TYPE_INTEROPERABILITY;

    /**
     * Reads the directories of a block that is its own TIFF.
     *
     * @return empty where the block is damaged: viewers ignore such a block too
     */
    static Optional<ExifTags> in(Bytes block) {
        boolean whole = block.from() == 0 && block.length() == block.array().length;
        ByteSource source = ByteSource.array(whole ? block.array() : block.copy());
        try {
            return Optional.of(new ExifTags(
                    new TiffReader(false).readDirectories(source, false, FormatCompliance.getDefault()).directories));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            // On mutated blocks version 1.0.0-alpha6 throws the latter three instead of its own.
            return Optional.empty();
        }
    }

    /** The first of the tag's whole numbers. */
    OptionalLong number(int directory, int tag) {
        return field(directory, tag).map(ExifTags::value).map(ExifTags::whole).orElse(OptionalLong.empty());
    }

    /** A positive fraction; none where it is zero or divided by zero. */
    OptionalDouble fraction(int directory, int tag) {
        return field(directory, tag)
                .map(ExifTags::value)
                .filter(Number.class::isInstance)
                .map(value -> ((Number) value).doubleValue())
                .filter(value -> value > 0 && Double.isFinite(value))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    /** The tag's text up to its first zero byte, trimmed; none when blank. */
    Optional<String> text(int directory, int tag) {
        return field(directory, tag)
                .map(ExifTags::value)
                .map(value -> value instanceof String[] several && several.length > 0 ? several[0] : value)
                .filter(String.class::isInstance)
                .map(value -> ((String) value).strip())
                .filter(text -> !text.isEmpty());
    }

    /** EXIF's whole numbers have no sign, Java's do. */
    private static OptionalLong whole(Object value) {
        Object first = value;
        if (value instanceof short[] shorts && shorts.length > 0) {
            first = shorts[0];
        } else if (value instanceof int[] ints && ints.length > 0) {
            first = ints[0];
        }
        if (first instanceof Short number) {
            return OptionalLong.of(Short.toUnsignedLong(number));
        }
        return first instanceof Integer number ? OptionalLong.of(Integer.toUnsignedLong(number)) : OptionalLong.empty();
    }

    private Optional<TiffField> field(int type, int tag) {
        return directories.stream()
                .filter(directory -> directory.type == type)
                .flatMap(directory -> directory.getDirectoryEntries().stream())
                .filter(field -> field.getTag() == tag)
                .findFirst();
    }

    private static Object value(TiffField field) {
        try {
            return field.getValue();
        } catch (ImagingException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty(); // no number, fraction or text: the tag's type and size contradict each other
        }
    }
}

package rhytid.photo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import org.apache.commons.imaging.ImagingException;
import org.apache.commons.imaging.formats.tiff.write.TiffImageWriterLossy;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;

/** EXIF blocks as another library writes them (Commons Imaging), so that reader and writer share no mistake. */
final class ExifBlock {

    private ExifBlock() {}

    interface Tags {
        void fill(TiffOutputSet set) throws ImagingException;
    }

    static byte[] of(ByteOrder order, Tags tags) {
        try {
            TiffOutputSet set = new TiffOutputSet(order);
            set.getOrCreateRootDirectory();
            tags.fill(set);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new TiffImageWriterLossy(order).write(out, set);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

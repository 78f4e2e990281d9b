package rhytid.photo;

/**
 * How large a file may be before it is looked into, and a picture before it is decoded.
 *
 * @param maxFileBytes size of the file in bytes
 * @param maxPixels width × height
 * @param minSidePx the shorter side, in pixels
 * @param maxProfileBytes size of an embedded colour profile in bytes
 */
public record PhotoLimits(long maxFileBytes, long maxPixels, int minSidePx, int maxProfileBytes) {

    /**
     * 60 MB and 100 megapixels hold every phone and every clinic camera, and a decoded picture of 300 MB is what a
     * small server can still carry. Below 64 pixels no face can have eyes 90 pixels apart; the limit only keeps icons
     * out, the face is judged later. Camera profiles have 0.5 to 3 KB and the largest of printers about 3 MB.
     */
    public static final PhotoLimits STANDARD = new PhotoLimits(60_000_000, 100_000_000, 64, 4_000_000);

    public PhotoLimits {
        if (maxFileBytes <= 0 || maxPixels <= 0 || minSidePx <= 0 || maxProfileBytes <= 0) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}

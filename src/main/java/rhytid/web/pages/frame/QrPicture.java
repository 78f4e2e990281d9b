package rhytid.web.pages.frame;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as an SVG path.
 *
 * @param size of its side in modules, the quiet zone included
 */
public record QrPicture(int size, String path) {

    /** Modules around it that stay white (ISO/IEC 18004). */
    private static final int QUIET_ZONE = 4;

    public static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET_ZONE)
                            .append(' ')
                            .append(y + QUIET_ZONE)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(code.size + 2 * QUIET_ZONE, path.toString());
    }
}

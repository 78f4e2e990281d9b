package rhytid.report.page;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import rhytid.geometry.Affine;
import rhytid.report.drawing.Frame;
import rhytid.report.drawing.FrameLine;
import rhytid.wrinkle.Region;
import rhytid.wrinkle.RegionLines;

/**
 * A picture in the page with the lines that can be drawn over it.
 *
 * @param source a {@code data:} address: the page asks nobody for anything
 */
public record Shot(String source, int width, int height, String alt, List<InkPath> lines) {

    /** A line to draw; {@code ink} names the step of colour and width. */
    public record InkPath(String path, int ink) {}

    static Shot plain(byte[] jpeg, Frame frame, String alt) {
        return new Shot(address(jpeg), frame.width(), frame.height(), alt, List.of());
    }

    static Shot lined(byte[] jpeg, Frame frame, String alt, Map<Region, RegionLines> lines, Affine toFrame) {
        List<InkPath> paths = FrameLine.of(lines, toFrame).stream()
                .map(line -> new InkPath(SvgPath.of(line.path()), line.ink().step()))
                .toList();
        return new Shot(address(jpeg), frame.width(), frame.height(), alt, paths);
    }

    /** As an address that carries the picture in itself. */
    public static String address(byte[] jpeg) {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
    }
}

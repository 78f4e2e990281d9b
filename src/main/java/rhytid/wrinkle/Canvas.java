package rhytid.wrinkle;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import rhytid.face.Face;
import rhytid.face.FaceLandmarks;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.geometry.Polygon;
import rhytid.photo.Photo;

/**
 * The face's millimetre frame with its regions, on which one photo or a pair is read.
 *
 * @param photoPxPerMm what the coarser photo carries
 * @param raster the empty raster all light is read into
 */
record Canvas(
        FaceLandmarks mesh,
        SkinFrame frame,
        double photoPxPerMm,
        Raster raster,
        Map<Region, Polygon> outlines,
        Grain.Anchors anchors) {

    /** Finer than this, a raster holds nothing of a line; coarser than this, lines are not sampled well. */
    private static final double FINEST_PX_PER_MM = 8;

    private static final double COARSEST_PX_PER_MM = 3;
    private static final double MARGIN_MM = 5;

    static Canvas of(Face face, SkinFrame frame, double photoPxPerMm) {
        Map<Region, Polygon> outlines = new EnumMap<>(RegionOutlines.of(face.landmarks(), frame));
        Box box = Box.around(
                outlines.values().stream().flatMap(o -> o.points().stream()).toList());
        Box wide = new Box(
                box.x() - MARGIN_MM, box.y() - MARGIN_MM, box.width() + 2 * MARGIN_MM, box.height() + 2 * MARGIN_MM);
        double pxPerMm = Math.clamp(photoPxPerMm, COARSEST_PX_PER_MM, FINEST_PX_PER_MM);
        return new Canvas(
                face.landmarks(),
                frame,
                photoPxPerMm,
                SkinFrame.raster(wide, pxPerMm),
                outlines,
                anchors(face.landmarks(), frame));
    }

    /** Where a photo laid over this frame shows skin. */
    SkinMask mask(Photo photo, FaceLandmarks ownMesh, SkinFrame ownFrame) {
        Raster coarse = SkinFrame.raster(extent(), SkinMask.PX_PER_MM);
        return SkinMask.of(LightReader.colour(photo, ownFrame, coarse), ownMesh, ownFrame, SkinLimits.DEFAULT);
    }

    Polygon outline(Region region) {
        return Objects.requireNonNull(outlines.get(region));
    }

    Box extent() {
        return new Box(
                raster.left(),
                raster.top(),
                (raster.width() - 1) / raster.pxPerMm(),
                (raster.height() - 1) / raster.pxPerMm());
    }

    private static Grain.Anchors anchors(FaceLandmarks mesh, SkinFrame frame) {
        return new Grain.Anchors(
                frame.mm(mesh.point(FaceMesh.lateralCanthus(Side.RIGHT))),
                frame.mm(mesh.point(FaceMesh.lateralCanthus(Side.LEFT))),
                frame.mm(mesh.point(FaceMesh.ala(Side.RIGHT))),
                frame.mm(mesh.point(FaceMesh.commissure(Side.RIGHT))).plus(new Point(-6, 0)),
                frame.mm(mesh.point(FaceMesh.ala(Side.LEFT))),
                frame.mm(mesh.point(FaceMesh.commissure(Side.LEFT))).plus(new Point(6, 0)),
                frame.mm(mesh.point(FaceMesh.UPPER_LIP_BOTTOM)));
    }
}

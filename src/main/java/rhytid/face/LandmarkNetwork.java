package rhytid.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;

/** The network that finds the 478 points in a crop. Owns native memory; one thread at a time. */
final class LandmarkNetwork implements AutoCloseable {

    /**
     * What one pass saw.
     *
     * @param points the 478 points, in pixels of the photo
     * @param presence how sure it is that there is a face, 0 to 1
     */
    record Look(List<Point> points, double presence) {}

    private final Network network;
    private final String pointsOutput;
    private final String presenceOutput;

    LandmarkNetwork(Model model) {
        network = new Network(model);
        pointsOutput = model.output("points");
        presenceOutput = model.output("presence");
    }

    int size() {
        return network.model().input().size();
    }

    double cropScale() {
        return network.model().cropScale();
    }

    /**
     * One pass.
     *
     * @param mirrored whether the network is shown the crop's mirror image; the points come back unmirrored
     * @throws UnusableModelException if the network does not give 478 points
     */
    Look look(CropSource source, Crop crop, boolean mirrored) {
        try (Mat drawn = source.draw(crop, size())) {
            if (mirrored) {
                opencv_core.flip(drawn, drawn, 1);
            }
            Map<String, float[]> values = network.run(drawn, List.of(pointsOutput, presenceOutput));
            List<Point> inCrop = points(values.getOrDefault(pointsOutput, new float[0]));
            if (mirrored) {
                inCrop = FaceMesh.unmirrored(inCrop, (size() - 1) / 2.0);
            }
            Affine toPhoto = crop.toPixels(size()).inverse();
            float[] logit = values.getOrDefault(presenceOutput, new float[] {Float.NaN});
            return new Look(inCrop.stream().map(toPhoto::apply).toList(), 1 / (1 + Math.exp(-logit[0])));
        }
    }

    private List<Point> points(float[] values) {
        int stride = values.length / FaceLandmarks.COUNT;
        if (stride < 2 || stride * FaceLandmarks.COUNT != values.length) {
            throw new UnusableModelException(
                    network.model().file(),
                    "gives " + values.length + " numbers, which are not 478 points",
                    "Use a model of this form.");
        }
        double shift = network.model().pointShift();
        List<Point> points = new ArrayList<>(FaceLandmarks.COUNT);
        for (int i = 0; i < values.length; i += stride) {
            points.add(new Point(values[i] + shift, values[i + 1] + shift));
        }
        return points;
    }

    @Override
    public void close() {
        network.close();
    }
}

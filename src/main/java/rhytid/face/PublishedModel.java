package rhytid.face;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What is known of models that others published, by the name of their file. They are not part of Rhytid. */
final class PublishedModel {

    private static final double BYTE = 1 / 255.0;

    private PublishedModel() {}

    /** The description of a published file; nothing where the name is not known. */
    static Optional<Model> of(Path file) {
        return switch (String.valueOf(file.getFileName())) {
            case "face_landmarks_detector.tflite" -> Optional.of(mediaPipe(file));
            case "face_detection_yunet_2023mar.onnx" -> Optional.of(yunet(file));
            default -> Optional.empty();
        };
    }

    private static Model mediaPipe(Path file) {
        return new Model(
                Model.LANDMARKS,
                "mediapipe-face-mesh",
                "2",
                file,
                Model.sha256(Model.read(file)),
                "Apache-2.0",
                "Google, MediaPipe Face Landmarker",
                new Model.Input(256, BYTE, true),
                Map.of("points", "Identity", "presence", "Identity_1"),
                -0.5,
                1.5);
    }

    private static Model yunet(Path file) {
        return new Model(
                Model.DETECTION,
                "yunet",
                "2023mar",
                file,
                Model.sha256(Model.read(file)),
                "Apache-2.0",
                "S. Yu and others, libfacedetection.train, through OpenCV Zoo",
                new Model.Input(640, 1, false),
                Map.of(),
                0,
                1.5);
    }
}

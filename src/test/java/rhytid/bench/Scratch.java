package rhytid.bench;

import java.nio.file.*;
import java.util.*;
import rhytid.London;
import rhytid.face.*;
import rhytid.photo.*;

final class Scratch {
    public static void main(String[] a) throws Exception {
        Models models = London.models();
        try (FaceFinder finder = new FaceFinder(models)) {
            Path file = London.neutral().get(7);
            Photo p = London.read(file);
            Face f = finder.find(p).getFirst();
            System.out.println(f.pose() + " " + f.scale() + " " + f.landmarks().interpupillaryPx() + " spread "
                    + f.landmarks().spreadPx() + " " + f.poseErrorDeg());
            Map<String, Photo> all = new LinkedHashMap<>();
            all.put("yaw20", PictureWarp.turned(p, f, 20, 0));
            all.put("pitch-20", PictureWarp.turned(p, f, 0, -20));
            all.put("closed", PictureWarp.eyesClosed(p, f));
            all.put("brow", PictureWarp.browMoved(p, f, Side.LEFT, 4));
            for (var e : all.entrySet()) {
                Files.write(
                        Path.of("/tmp/cmp-" + e.getKey() + ".jpg"),
                        PhotoWriter.jpeg(e.getValue().pixels(), 85));
                for (Face g : finder.find(e.getValue()))
                    System.out.println(
                            e.getKey() + " " + g.pose() + " " + g.landmarks().presence() + " spread "
                                    + g.landmarks().spreadPx());
            }
        }
    }
}

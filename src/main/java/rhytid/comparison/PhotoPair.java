package rhytid.comparison;

import java.util.function.UnaryOperator;
import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.photo.Photo;
import rhytid.quality.PhotoVerdict;

/** Two photos of one expression that each passed the photo gate, with the faces in them. */
record PhotoPair(
        Expression expression,
        Photo baseline,
        PhotoVerdict.Fit baselineFit,
        Photo followUp,
        PhotoVerdict.Fit followUpFit) {

    Face baselineFace() {
        return baselineFit.face();
    }

    Face followUpFace() {
        return followUpFit.face();
    }

    /** The pair with both faces locked to what all photos of the patient tell. */
    PhotoPair locked(UnaryOperator<Face> lock) {
        return new PhotoPair(expression, baseline, locked(lock, baselineFit), followUp, locked(lock, followUpFit));
    }

    private static PhotoVerdict.Fit locked(UnaryOperator<Face> lock, PhotoVerdict.Fit fit) {
        return new PhotoVerdict.Fit(lock.apply(fit.face()), fit.quality(), fit.warnings());
    }
}

package rhytid.comparison;

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

    PhotoPair scaledBy(PatientScale scale) {
        return new PhotoPair(expression, baseline, locked(scale, baselineFit), followUp, locked(scale, followUpFit));
    }

    private static PhotoVerdict.Fit locked(PatientScale scale, PhotoVerdict.Fit fit) {
        return new PhotoVerdict.Fit(scale.lock(fit.face()), fit.quality(), fit.warnings());
    }
}

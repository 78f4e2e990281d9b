package rhytid.comparison;

import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.photo.Photo;

/** Two photos of one expression that each passed the photo gate, with the faces in them. */
record PhotoPair(Expression expression, Photo baseline, Face baselineFace, Photo followUp, Face followUpFace) {

    PhotoPair scaledBy(PatientScale scale) {
        return new PhotoPair(expression, baseline, scale.lock(baselineFace), followUp, scale.lock(followUpFace));
    }
}

package rhytid.quality;

import rhytid.photo.Refusal;

/** What the photo gate has against light, focus, and what covers the face. */
final class LightAndFocus {

    private final GateLimits limits;
    private final PhotoQuality quality;

    LightAndFocus(GateLimits limits, PhotoQuality quality) {
        this.limits = limits;
        this.quality = quality;
    }

    void judge(Objections objections) {
        focus(objections);
        darkness(objections);
        highlights(objections);
        cover(objections);
    }

    private void focus(Objections objections) {
        double blur = quality.blurMm();
        if (Double.isNaN(blur) || quality.blurPx() <= limits.gridBlurPx()) {
            return;
        }
        if (blur > limits.maxBlurMm()) {
            objections.refuse(new Refusal(
                    "blurred",
                    "The photo is blurred, so lines can't be seen. Tap on the eyes to focus, hold the camera still, and"
                            + " take it again in good light.",
                    blur,
                    limits.maxBlurMm()));
        } else if (blur > limits.warnBlurMm()) {
            objections.warn(new Refusal(
                    "soft",
                    "The photo is a little soft, so fine lines fade. Focus on the eyes and hold the camera still.",
                    blur,
                    limits.warnBlurMm()));
        }
    }

    private void darkness(Objections objections) {
        if (quality.whites() < limits.minWhites() || quality.black() > limits.maxBlack()) {
            objections.refuse(new Refusal(
                    "too-dark",
                    "The face is too dark to be measured, or dark glasses cover the eyes. Take the photo in even, bright"
                            + " light from the front, without glasses.",
                    (double) quality.whites(),
                    (double) limits.minWhites()));
        } else if (quality.whites() < limits.warnWhites()) {
            objections.warn(new Refusal(
                    "dark",
                    "The face is rather dark, which makes the numbers less certain. More light from the front would help.",
                    (double) quality.whites(),
                    (double) limits.warnWhites()));
        }
    }

    private void highlights(Objections objections) {
        if (quality.clipped() > limits.maxClipped()) {
            objections.refuse(new Refusal(
                    "burnt-out",
                    "Parts of the face are burnt out to white, and no line can be seen there. Take the photo again with"
                            + " less light or a shorter exposure, and without flash.",
                    quality.clipped(),
                    limits.maxClipped()));
        } else if (quality.clipped() > limits.warnClipped()) {
            objections.warn(new Refusal(
                    "highlights",
                    "Highlights hide a part of the skin. Softer light, or powder on shiny skin, would show it.",
                    quality.clipped(),
                    limits.warnClipped()));
        }
    }

    private void cover(Objections objections) {
        if (quality.oddZones() > limits.maxOddZones()) {
            objections.refuse(new Refusal(
                    "covered",
                    "Something covers a part of the face, or coloured light falls on it. Take the photo again without"
                            + " mask, scarf, hand or hair over the face.",
                    (double) quality.oddZones(),
                    (double) limits.maxOddZones()));
        }
    }
}

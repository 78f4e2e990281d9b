package rhytid.quality;

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
            objections.refuse(Reason.BLURRED, blur, limits.maxBlurMm());
        } else if (blur > limits.warnBlurMm()) {
            objections.warn(Reason.SOFT, blur, limits.warnBlurMm());
        }
    }

    private void darkness(Objections objections) {
        if (quality.whites() < limits.minWhites() || quality.black() > limits.maxBlack()) {
            objections.refuse(Reason.TOO_DARK, quality.whites(), limits.minWhites());
        } else if (quality.whites() < limits.warnWhites()) {
            objections.warn(Reason.DARK, quality.whites(), limits.warnWhites());
        }
    }

    private void highlights(Objections objections) {
        if (quality.clipped() > limits.maxClipped()) {
            objections.refuse(Reason.BURNT_OUT, quality.clipped(), limits.maxClipped());
        } else if (quality.clipped() > limits.warnClipped()) {
            objections.warn(Reason.HIGHLIGHTS, quality.clipped(), limits.warnClipped());
        }
    }

    private void cover(Objections objections) {
        if (quality.oddZones() > limits.maxOddZones()) {
            objections.refuse(Reason.COVERED, quality.oddZones(), limits.maxOddZones());
        } else if (quality.mouthContrast() < limits.minMouthContrast()) {
            objections.refuse(Reason.COVERED, quality.mouthContrast(), limits.minMouthContrast());
        }
    }
}

package rhytid.face;

/**
 * How the head is held, in degrees: yaw &gt; 0 turns towards the subject's left, pitch &gt; 0 looks up, roll &gt; 0
 * leans to the subject's right shoulder.
 */
public record HeadPose(double yaw, double pitch, double roll) {}

"""What others take for parts of the same work: peers.py BEFORE AFTER. Prints name<TAB>median ms<TAB>what it does."""
import statistics, subprocess, sys, tempfile, time

before, after = sys.argv[1:3]


def timed(name, what, work, times=3):
    work()
    runs = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        runs.append(1000 * (time.perf_counter() - start))
    print(f"{name}\t{statistics.median(runs):.0f}\t{what}", flush=True)


def program(name, what, *command):
    try:
        with tempfile.TemporaryDirectory() as folder:
            line = [part.replace("{}", folder) for part in command]
            timed(name, what, lambda: subprocess.run(line, check=True, capture_output=True), 1)
    except FileNotFoundError:
        print(f"{name}\tnot installed\t{what}", flush=True)


def opencv():
    try:
        import cv2
        import numpy as np
    except ImportError:
        print("python3-opencv\tnot installed\tORB, ECC, DIS", flush=True)
        return
    one, two = (cv2.imread(f, cv2.IMREAD_GRAYSCALE) for f in (before, after))
    small = [cv2.resize(p, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA) for p in (one, two)]
    dis = cv2.DISOpticalFlow_create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)

    def orb():
        finder = cv2.ORB_create(5000)
        found = [finder.detectAndCompute(p, None) for p in (one, two)]
        matches = cv2.BFMatcher(cv2.NORM_HAMMING, True).match(found[0][1], found[1][1])
        source = np.float32([found[1][0][m.trainIdx].pt for m in matches])
        target = np.float32([found[0][0][m.queryIdx].pt for m in matches])
        cv2.estimateAffinePartial2D(source, target)

    def ecc():
        end = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 50, 1e-4)
        cv2.findTransformECC(small[0], small[1], np.eye(2, 3, dtype=np.float32), cv2.MOTION_AFFINE, end, None, 5)

    timed("OpenCV, decoding", "both photos to colours", lambda: [cv2.imread(f) for f in (before, after)])
    timed("OpenCV ORB", "alignment by 5,000 points, full size, decoded before", orb)
    timed("OpenCV ECC", "affine alignment at a quarter of the size, decoded before", ecc)
    timed("OpenCV DIS", "flow at a quarter of the size, decoded before", lambda: dis.calc(small[0], small[1], None))


def ridges():
    try:
        from skimage.filters import frangi, sato
        from skimage.io import imread
    except ImportError:
        print("python3-skimage\tnot installed\tFrangi, Sato", flush=True)
        return
    photo = imread(before, as_gray=True)
    y, x = photo.shape[0] // 4, (photo.shape[1] - 1024) // 2
    crop = photo[y:y + 1024, x:x + 1024]
    timed("scikit-image Sato", "lines of 1,024 × 1,024 pixels of one photo", lambda: sato(crop, sigmas=[2, 4, 8]))
    timed("scikit-image Frangi", "lines of 1,024 × 1,024 pixels of one photo", lambda: frangi(crop, sigmas=[2, 4, 8]))


opencv()
ridges()
program("ImageMagick", "one thumbnail of each photo", "mogrify", "-resize", "400x", "-path", "{}", before, after)
program("align_image_stack", "alignment of the pair", "align_image_stack", "-m", "-a", "{}/out", before, after)

"""Preset shapes as they are drawn (ECMA-376 Part 1, 20.1.9.18 prstGeom): for each its adjust values, its guides in the formulas
of 20.1.9.11, and its paths. "M x y", "L x y", "A wR hR stAng swAng", "C x y x y x y", "Q x y x y", "Z"; "|" begins another path,
which "-fill", "-stroke", "darken", "darkenLess" and "lighten" may tell of.

Those of straight sides alone are in `presets.outline`.
"""

from __future__ import annotations

_ROUND2 = (
    "a1 pin 0 adj1 50000; a2 pin 0 adj2 50000; p */ ss a1 100000; q */ ss a2 100000; pr +- r 0 p; qr +- r 0 q; qb "
    "+- b 0 q; pb +- b 0 p"
)
_ARROW = (
    "maxAdj2 */ 100000 w ss; a1 pin 0 adj1 100000; a2 pin 0 adj2 maxAdj2; dx */ ss a2 100000; dy */ h a1 200000; "
    "y1 +- vc 0 dy; y2 +- vc dy 0"
)
_ANGLES = "a1 pin 0 adj1 21599999; a2 pin 0 adj2 21599999; sw0 +- a2 0 a1; sw1 +- sw0 21600000 0; sw ?: sw0 sw0 sw1"
_FROM = "wt1 sin wd2 a1; ht1 cos hd2 a1; dx1 cat2 wd2 ht1 wt1; dy1 sat2 hd2 ht1 wt1; x1 +- hc dx1 0; y1 +- vc dy1 0"
_WEDGE = (
    "dxPos */ w adj1 100000; dyPos */ h adj2 100000; xPos +- hc dxPos 0; yPos +- vc dyPos 0; dq */ dxPos h w; ady "
    "abs dyPos; adq abs dq; dz +- ady 0 adq"
)

PRESETS: dict[str, tuple[str, str, str]] = {
    "roundRect": (
        "adj 16667",
        "a pin 0 adj 50000; p */ ss a 100000; x2 +- r 0 p; y2 +- b 0 p",
        "M l p A p p cd2 cd4 L x2 t A p p 3cd4 cd4 L r y2 A p p 0 cd4 L p b A p p cd4 cd4 Z",
    ),
    "round1Rect": (
        "adj 16667",
        "a pin 0 adj 50000; p */ ss a 100000; x1 +- r 0 p",
        "M l t L x1 t A p p 3cd4 cd4 L r b L l b Z",
    ),
    "round2SameRect": (
        "adj1 16667; adj2 0",
        _ROUND2,
        "M p t L pr t A p p 3cd4 cd4 L r qb A q q 0 cd4 L q b A q q cd4 cd4 L l p A p p cd2 cd4 Z",
    ),
    "round2DiagRect": (
        "adj1 16667; adj2 0",
        _ROUND2,
        "M p t L qr t A q q 3cd4 cd4 L r pb A p p 0 cd4 L q b A q q cd4 cd4 L l p A p p cd2 cd4 Z",
    ),
    "snip1Rect": ("adj 16667", "a pin 0 adj 50000; p */ ss a 100000; x1 +- r 0 p", "M l t L x1 t L r p L r b L l b Z"),
    "snip2SameRect": (
        "adj1 16667; adj2 0",
        _ROUND2,
        "M p t L pr t L r p L r qb L qr b L q b L l qb L l p Z",
    ),
    "snip2DiagRect": (
        "adj1 0; adj2 16667",
        _ROUND2,
        "M p t L qr t L r q L r pb L pr b L q b L l qb L l p Z",
    ),
    "snipRoundRect": (
        "adj1 16667; adj2 16667",
        _ROUND2,
        "M p t L qr t L r q L r b L l b L l p A p p cd2 cd4 Z",
    ),
    "plaque": (
        "adj 16667",
        "a pin 0 adj 50000; p */ ss a 100000; x2 +- r 0 p; y2 +- b 0 p; m +- 0 0 cd4",
        "M l p A p p cd4 m L x2 t A p p cd2 m L r y2 A p p 3cd4 m L p b A p p 0 m Z",
    ),
    "rightArrow": ("adj1 50000; adj2 50000", f"{_ARROW}; x1 +- r 0 dx", "M l y1 L x1 y1 L x1 t L r vc L x1 b L x1 y2 L l y2 Z"),
    "leftArrow": ("adj1 50000; adj2 50000", _ARROW, "M l vc L dx t L dx y1 L r y1 L r y2 L dx y2 L dx b Z"),
    "leftRightArrow": (
        "adj1 50000; adj2 50000",
        "maxAdj2 */ 50000 w ss; a1 pin 0 adj1 100000; a2 pin 0 adj2 maxAdj2; x2 */ ss a2 100000; x3 +- r 0 x2; dy */ h a1 200000;"
        " y1 +- vc 0 dy; y2 +- vc dy 0",
        "M l vc L x2 t L x2 y1 L x3 y1 L x3 t L r vc L x3 b L x3 y2 L x2 y2 L x2 b Z",
    ),
    "upDownArrow": (
        "adj1 50000; adj2 50000",
        "maxAdj2 */ 50000 h ss; a1 pin 0 adj1 100000; a2 pin 0 adj2 maxAdj2; y2 */ ss a2 100000; y3 +- b 0 y2; dx */ w a1 200000;"
        " x1 +- hc 0 dx; x2 +- hc dx 0",
        "M l y2 L hc t L r y2 L x2 y2 L x2 y3 L r y3 L hc b L l y3 L x1 y3 L x1 y2 Z",
    ),
    "notchedRightArrow": (
        "adj1 50000; adj2 50000",
        f"{_ARROW}; x2 +- r 0 dx; n */ dy dx hd2",
        "M l y1 L x2 y1 L x2 t L r vc L x2 b L x2 y2 L l y2 L n vc Z",
    ),
    "stripedRightArrow": (
        "adj1 50000; adj2 50000",
        "maxAdj2 */ 84375 w ss; a1 pin 0 adj1 100000; a2 pin 0 adj2 maxAdj2; x4 */ ss 5 32; dx */ ss a2 100000; x5 +- r 0 dx;"
        " dy */ h a1 200000; y1 +- vc 0 dy; y2 +- vc dy 0",
        "M l y1 L ssd32 y1 L ssd32 y2 L l y2 Z M ssd16 y1 L ssd8 y1 L ssd8 y2 L ssd16 y2 Z"
        " M x4 y1 L x5 y1 L x5 t L r vc L x5 b L x5 y2 L x4 y2 Z",
    ),
    "bentArrow": (
        "adj1 25000; adj2 25000; adj3 25000; adj4 43750",
        "a2 pin 0 adj2 50000; mx */ a2 2 1; a1 pin 0 adj1 mx; a3 pin 0 adj3 50000; th */ ss a1 100000; aw2 */ ss a2 100000;"
        " th2 */ th 1 2; dh2 +- aw2 0 th2; ah */ ss a3 100000; bw +- r 0 ah; bh +- b 0 dh2; bs min bw bh; m4 */ 100000 bs ss;"
        " a4 pin 0 adj4 m4; bd */ ss a4 100000; b3 +- bd 0 th; bd2 max b3 0; x3 +- th bd2 0; x4 +- r 0 ah; y3 +- dh2 th 0;"
        " y4 +- y3 dh2 0; y5 +- dh2 bd 0; y6 +- y3 bd2 0; m +- 0 0 cd4",
        "M l b L l y5 A bd bd cd2 cd4 L x4 dh2 L x4 t L r aw2 L x4 y4 L x4 y3 L x3 y3 A bd2 bd2 3cd4 m L th b Z",
    ),
    "donut": (
        "adj 25000",
        "a pin 0 adj 50000; dr */ ss a 100000; iw +- wd2 0 dr; ih +- hd2 0 dr; m +- 0 0 cd4",
        "M l vc A wd2 hd2 cd2 cd4 A wd2 hd2 3cd4 cd4 A wd2 hd2 0 cd4 A wd2 hd2 cd4 cd4 Z"
        " M dr vc A iw ih cd2 m A iw ih cd4 m A iw ih 0 m A iw ih 3cd4 m Z",
    ),
    "noSmoking": (
        "adj 18750",
        "a pin 0 adj 50000; dr */ ss a 100000; iw +- wd2 0 dr; ih +- hd2 0 dr; m +- 0 0 cd4; k */ iw 70711 "
        "100000; j */ ih 70711 100000;"
        " e */ dr 35355 100000; xa +- hc 0 k; xb +- xa e 0; ya +- vc 0 j; yb +- ya e 0; xc +- hc k 0; xd +- xc "
        "0 e; yc +- vc j 0; yd +- yc 0 e",
        "M l vc A wd2 hd2 cd2 cd4 A wd2 hd2 3cd4 cd4 A wd2 hd2 0 cd4 A wd2 hd2 cd4 cd4 Z"
        " M dr vc A iw ih cd2 m A iw ih cd4 m A iw ih 0 m A iw ih 3cd4 m Z M xb ya L xc yd L xd yc L xa yb Z",
    ),
    "pie": ("adj1 0; adj2 16200000", f"{_ANGLES}; {_FROM}", "M x1 y1 A wd2 hd2 a1 sw L hc vc Z"),
    "chord": ("adj1 2700000; adj2 16200000", f"{_ANGLES}; {_FROM}", "M x1 y1 A wd2 hd2 a1 sw Z"),
    "arc": (
        "adj1 16200000; adj2 0",
        f"{_ANGLES}; {_FROM}",
        "-stroke M x1 y1 A wd2 hd2 a1 sw L hc vc Z | -fill M x1 y1 A wd2 hd2 a1 sw",
    ),
    "blockArc": (
        "adj1 10800000; adj2 0; adj3 25000",
        f"{_ANGLES}; a3 pin 0 adj3 50000; {_FROM}; dr */ ss a3 100000; iw +- wd2 0 dr; ih +- hd2 0 dr; wt3 sin "
        "iw a2; ht3 cos ih a2;"
        " dx3 cat2 iw ht3 wt3; dy3 sat2 ih ht3 wt3; x3 +- hc dx3 0; y3 +- vc dy3 0; isw +- 0 0 sw",
        "M x1 y1 A wd2 hd2 a1 sw L x3 y3 A iw ih a2 isw Z",
    ),
    "frame": (
        "adj1 12500",
        "a pin 0 adj1 50000; p */ ss a 100000; x4 +- r 0 p; y4 +- b 0 p",
        "M l t L r t L r b L l b Z M p p L p y4 L x4 y4 L x4 p Z",
    ),
    "halfFrame": (
        "adj1 33333; adj2 33333",
        "mx2 */ 100000 w ss; a2 pin 0 adj2 mx2; x1 */ ss a2 100000; g1 */ h x1 w; g2 +- h 0 g1; mx1 */ 100000 "
        "g2 ss; a1 pin 0 adj1 mx1;"
        " y1 */ ss a1 100000; dx2 */ y1 w h; x2 +- r 0 dx2; dy2 */ x1 h w; y2 +- b 0 dy2",
        "M l t L r t L x2 y1 L x1 y1 L x1 y2 L l b Z",
    ),
    "corner": (
        "adj1 50000; adj2 50000",
        "m1 */ 100000 h ss; m2 */ 100000 w ss; a1 pin 0 adj1 m1; a2 pin 0 adj2 m2; x1 */ ss a2 100000; dy1 */ "
        "ss a1 100000; y1 +- b 0 dy1",
        "M l t L x1 t L x1 y1 L r y1 L r b L l b Z",
    ),
    "diagStripe": (
        "adj 50000",
        "a pin 0 adj 100000; x2 */ w a 100000; y2 */ h a 100000",
        "M l y2 L x2 t L r t L l b Z",
    ),
    "can": (
        "adj 25000",
        "m */ 50000 h ss; a pin 0 adj m; y1 */ ss a 200000; y3 +- b 0 y1; n +- 0 0 cd2",
        "-stroke M l y1 A wd2 y1 cd2 n L r y3 A wd2 y1 0 cd2 Z | -stroke lighten M l y1 A wd2 y1 cd2 cd2 A wd2 y1 0 cd2 Z"
        " | -fill M r y1 A wd2 y1 0 cd2 A wd2 y1 cd2 cd2 L r y3 A wd2 y1 0 cd2 L l y1",
    ),
    "cube": (
        "adj 25000",
        "a pin 0 adj 100000; y1 */ ss a 100000; y4 +- b 0 y1; x4 +- r 0 y1",
        "-stroke M l y1 L x4 y1 L x4 b L l b Z | -stroke darkenLess M x4 y1 L r t L r y4 L x4 b Z"
        " | -stroke lightenLess M l y1 L y1 t L r t L x4 y1 Z | -fill M l y1 L y1 t L r t L r y4 L x4 b L l b "
        "Z M l y1 L x4 y1 L r t M x4 y1 L x4 b",
    ),
    "foldedCorner": (
        "adj 16667",
        "a pin 0 adj 50000; d2 */ ss a 100000; d1 */ d2 1 5; x1 +- r 0 d2; x2 +- x1 d1 0; y2 +- b 0 d2; y1 +- y2 d1 0",
        "-stroke M l t L r t L r y2 L x1 b L l b Z | -stroke darkenLess M x1 b L x2 y1 L r y2 Z"
        " | -fill M x1 b L x2 y1 L r y2 L x1 b L l b L l t L r t L r y2",
    ),
    "leftBracket": (
        "adj 8333",
        "m */ 50000 h ss; a pin 0 adj m; y1 */ ss a 100000; y2 +- b 0 y1",
        "-stroke M r b A w y1 cd4 cd4 L l y1 A w y1 cd2 cd4 Z | -fill M r b A w y1 cd4 cd4 L l y1 A w y1 cd2 cd4",
    ),
    "rightBracket": (
        "adj 8333",
        "m */ 50000 h ss; a pin 0 adj m; y1 */ ss a 100000; y2 +- b 0 y1",
        "-stroke M l t A w y1 3cd4 cd4 L r y2 A w y1 0 cd4 Z | -fill M l t A w y1 3cd4 cd4 L r y2 A w y1 0 cd4",
    ),
    "bracketPair": (
        "adj 16667",
        "a pin 0 adj 50000; p */ ss a 100000; x2 +- r 0 p; y2 +- b 0 p",
        "-stroke M l p A p p cd2 cd4 L x2 t A p p 3cd4 cd4 L r y2 A p p 0 cd4 L p b A p p cd4 cd4 Z"
        " | -fill M p b A p p cd4 cd4 L l p A p p cd2 cd4 M x2 t A p p 3cd4 cd4 L r y2 A p p 0 cd4",
    ),
    "leftBrace": (
        "adj1 8333; adj2 50000",
        "a2 pin 0 adj2 100000; q1 +- 100000 0 a2; q2 min q1 a2; q3 */ q2 1 2; m */ q3 h ss; a1 pin 0 adj1 m; "
        "y1 */ ss a1 100000; y3 */ h a2 100000;"
        " y2 +- y3 0 y1; y4 +- y3 y1 0; y5 +- b 0 y1; n +- 0 0 cd4",
        "-stroke M r b A wd2 y1 cd4 cd4 L hc y4 A wd2 y1 0 n A wd2 y1 cd4 n L hc y1 A wd2 y1 cd2 cd4 Z"
        " | -fill M r b A wd2 y1 cd4 cd4 L hc y4 A wd2 y1 0 n A wd2 y1 cd4 n L hc y1 A wd2 y1 cd2 cd4",
    ),
    "rightBrace": (
        "adj1 8333; adj2 50000",
        "a2 pin 0 adj2 100000; q1 +- 100000 0 a2; q2 min q1 a2; q3 */ q2 1 2; m */ q3 h ss; a1 pin 0 adj1 m; "
        "y1 */ ss a1 100000; y3 */ h a2 100000;"
        " y2 +- y3 0 y1; y4 +- b 0 y1; n +- 0 0 cd4",
        "-stroke M l t A wd2 y1 3cd4 cd4 L hc y2 A wd2 y1 cd2 n A wd2 y1 3cd4 n L hc y4 A wd2 y1 0 cd4 Z"
        " | -fill M l t A wd2 y1 3cd4 cd4 L hc y2 A wd2 y1 cd2 n A wd2 y1 3cd4 n L hc y4 A wd2 y1 0 cd4",
    ),
    "wedgeRectCallout": (
        "adj1 -20833; adj2 62500",
        f"{_WEDGE}; xg1 ?: dxPos 7 2; xg2 ?: dxPos 10 5; x1 */ w xg1 12; x2 */ w xg2 12; yg1 ?: dyPos 7 2; yg2 "
        "?: dyPos 10 5; y1 */ h yg1 12;"
        " y2 */ h yg2 12; t1 ?: dxPos l xPos; xl ?: dz l t1; t2 ?: dyPos x1 xPos; xt ?: dz t2 x1; t3 ?: dxPos "
        "xPos r; xr ?: dz r t3;"
        " t4 ?: dyPos xPos x1; xb ?: dz t4 x1; t5 ?: dxPos y1 yPos; yl ?: dz y1 t5; t6 ?: dyPos t yPos; yt ?: "
        "dz t6 t; t7 ?: dxPos yPos y1;"
        " yr ?: dz y1 t7; t8 ?: dyPos yPos b; yb ?: dz t8 b",
        "M l t L x1 t L xt yt L x2 t L r t L r y1 L xr yr L r y2 L r b L x2 b L xb yb L x1 b L l b L l y2 L xl yl L l y1 Z",
    ),
    "wedgeRoundRectCallout": (
        "adj1 -20833; adj2 62500; adj3 16667",
        f"{_WEDGE}; xg1 ?: dxPos 7 2; xg2 ?: dxPos 10 5; x1 */ w xg1 12; x2 */ w xg2 12; yg1 ?: dyPos 7 2; yg2 "
        "?: dyPos 10 5; y1 */ h yg1 12;"
        " y2 */ h yg2 12; t1 ?: dxPos l xPos; xl ?: dz l t1; t2 ?: dyPos x1 xPos; xt ?: dz t2 x1; t3 ?: dxPos "
        "xPos r; xr ?: dz r t3;"
        " t4 ?: dyPos xPos x1; xb ?: dz t4 x1; t5 ?: dxPos y1 yPos; yl ?: dz y1 t5; t6 ?: dyPos t yPos; yt ?: "
        "dz t6 t; t7 ?: dxPos yPos y1;"
        " yr ?: dz y1 t7; t8 ?: dyPos yPos b; yb ?: dz t8 b; p */ ss adj3 100000; u2 +- r 0 p; v2 +- b 0 p",
        "M l p A p p cd2 cd4 L x1 t L xt yt L x2 t L u2 t A p p 3cd4 cd4 L r y1 L xr yr L r y2 L r v2 A p p 0 "
        "cd4 L x2 b L xb yb L x1 b"
        " L p b A p p cd4 cd4 L l y2 L xl yl L l y1 Z",
    ),
    "wedgeEllipseCallout": (
        "adj1 -20833; adj2 62500",
        "dxPos */ w adj1 100000; dyPos */ h adj2 100000; xPos +- hc dxPos 0; yPos +- vc dyPos 0; sdx */ dxPos "
        "h 1; sdy */ dyPos w 1;"
        " pang at2 sdx sdy; a0 +- pang 660000 0; e0 +- pang 0 660000; dx1 cos wd2 a0; dy1 sin hd2 a0; x1 +- hc "
        "dx1 0; y1 +- vc dy1 0;"
        " s1 at2 dx1 dy1; sw +- 21600000 0 1320000",
        "M x1 y1 A wd2 hd2 a0 sw L xPos yPos Z",
    ),
    "star4": (
        "adj 12500",
        "a pin 0 adj 50000; iw */ wd2 a 50000; ih */ hd2 a 50000; dx cos iw 2700000; dy sin ih 2700000; x1 +- "
        "hc 0 dx; x2 +- hc dx 0; y1 +- vc 0 dy;"
        " y2 +- vc dy 0",
        "M l vc L x1 y1 L hc t L x2 y1 L r vc L x2 y2 L hc b L x1 y2 Z",
    ),
    "star5": (
        "adj 19098; hf 105146; vf 110557",
        "a pin 0 adj 50000; sw */ wd2 hf 100000; sh */ hd2 vf 100000; sv */ vc vf 100000; dx1 cos sw 1080000; "
        "dx2 cos sw 18360000; dy1 sin sh 1080000;"
        " dy2 sin sh 18360000; x1 +- hc 0 dx1; x2 +- hc 0 dx2; x3 +- hc dx2 0; x4 +- hc dx1 0; y1 +- sv 0 dy1; y2 +- sv 0 dy2;"
        " iw */ sw a 50000; ih */ sh a 50000; ex1 cos iw 20520000; ex2 cos iw 3240000; ey1 sin ih 3240000; ey2 "
        "sin ih 20520000; u1 +- hc 0 ex1;"
        " u2 +- hc 0 ex2; u3 +- hc ex2 0; u4 +- hc ex1 0; v1 +- sv 0 ey1; v2 +- sv 0 ey2; v3 +- sv ih 0",
        "M x1 y1 L u2 v1 L hc t L u3 v1 L x4 y1 L u4 v2 L x3 y2 L hc v3 L x2 y2 L u1 v2 Z",
    ),
    "pentagon": (
        "hf 105146; vf 110557",
        "sw */ wd2 hf 100000; sh */ hd2 vf 100000; sv */ vc vf 100000; dx1 cos sw 1080000; dx2 cos sw "
        "18360000; dy1 sin sh 1080000; dy2 sin sh 18360000;"
        " x1 +- hc 0 dx1; x2 +- hc 0 dx2; x3 +- hc dx2 0; x4 +- hc dx1 0; y1 +- sv 0 dy1; y2 +- sv 0 dy2",
        "M x1 y1 L hc t L x4 y1 L x3 y2 L x2 y2 Z",
    ),
    "heart": (
        "",
        "dx1 */ w 49 48; dx2 */ w 10 48; x1 +- hc 0 dx1; x2 +- hc 0 dx2; x3 +- hc dx2 0; x4 +- hc dx1 0; y1 +- t 0 hd3",
        "M hc hd4 C x3 y1 x4 hd4 hc b C x1 hd4 x2 y1 hc hd4 Z",
    ),
    "teardrop": (
        "adj 100000",
        "a pin 0 adj 200000; r2 sqrt 2; tw */ wd2 r2 1; th */ hd2 r2 1; sw */ tw a 100000; sh */ th a 100000; "
        "dx1 cos sw 2700000; dy1 sin sh 2700000;"
        " x1 +- hc dx1 0; y1 +- vc 0 dy1; x2 +/ hc x1 2; y2 +/ vc y1 2",
        "M l vc A wd2 hd2 cd2 cd4 Q x2 t x1 y1 Q r y2 r vc A wd2 hd2 0 cd4 A wd2 hd2 cd4 cd4 Z",
    ),
    "flowChartTerminator": (
        "",
        "x1 */ w 3475 21600; x2 */ w 18125 21600",
        "M x1 t L x2 t A x1 hd2 3cd4 cd2 L x1 b A x1 hd2 cd4 cd2 Z",
    ),
    "flowChartAlternateProcess": (
        "",
        "x2 +- r 0 ssd6; y2 +- b 0 ssd6",
        "M l ssd6 A ssd6 ssd6 cd2 cd4 L x2 t A ssd6 ssd6 3cd4 cd4 L r y2 A ssd6 ssd6 0 cd4 L ssd6 b A ssd6 ssd6 cd4 cd4 Z",
    ),
    "flowChartDocument": (
        "",
        "y1 */ h 17322 21600; y2 */ h 20172 21600; y3 */ h 23922 21600",
        "M l t L r t L r y1 C hc y1 hc y3 l y2 Z",
    ),
    "flowChartInputOutput": ("", "x1 */ w 1 5; x2 */ w 4 5", "M x1 t L r t L x2 b L l b Z"),
    "flowChartPredefinedProcess": (
        "",
        "x2 +- r 0 wd8",
        "-stroke M l t L r t L r b L l b Z | -fill M wd8 t L wd8 b M x2 t L x2 b | -fill M l t L r t L r b L l b Z",
    ),
    "flowChartManualOperation": ("", "x1 */ w 4 5; x0 */ w 1 5", "M l t L r t L x1 b L x0 b Z"),
    "flowChartDelay": ("", "", "M l t L hc t A wd2 hd2 3cd4 cd2 L l b Z"),
    "bentConnector2": ("", "", "-fill M l t L r t L r b"),
    "bentConnector3": ("adj1 50000", "x1 */ w adj1 100000", "-fill M l t L x1 t L x1 b L r b"),
    "bentConnector4": (
        "adj1 50000; adj2 50000",
        "x1 */ w adj1 100000; y2 */ h adj2 100000",
        "-fill M l t L x1 t L x1 y2 L r y2 L r b",
    ),
    "bentConnector5": (
        "adj1 50000; adj2 50000; adj3 50000",
        "x1 */ w adj1 100000; x3 */ w adj3 100000; y2 */ h adj2 100000",
        "-fill M l t L x1 t L x1 y2 L x3 y2 L x3 b L r b",
    ),
    "curvedConnector2": ("", "", "-fill M l t C wd2 t r hd2 r b"),
    "curvedConnector3": (
        "adj1 50000",
        "x2 */ w adj1 100000; x1 +/ l x2 2; x3 +/ r x2 2; y3 */ h 3 4",
        "-fill M l t C x1 t x2 hd4 x2 vc C x2 y3 x3 b r b",
    ),
    "mathPlus": (
        "adj1 23520",
        "a pin 0 adj1 73490; dx1 */ w 73490 200000; dy1 */ h 73490 200000; dx2 */ ss a 200000; x1 +- hc 0 dx1; "
        "x2 +- hc 0 dx2; x3 +- hc dx2 0;"
        " x4 +- hc dx1 0; y1 +- vc 0 dy1; y2 +- vc 0 dx2; y3 +- vc dx2 0; y4 +- vc dy1 0",
        "M x1 y2 L x2 y2 L x2 y1 L x3 y1 L x3 y2 L x4 y2 L x4 y3 L x3 y3 L x3 y4 L x2 y4 L x2 y3 L x1 y3 Z",
    ),
    "mathMinus": (
        "adj1 23520",
        "a pin 0 adj1 100000; dy1 */ h a 200000; dx1 */ w 73490 200000; y1 +- vc 0 dy1; y2 +- vc dy1 0; x1 +- "
        "hc 0 dx1; x2 +- hc dx1 0",
        "M x1 y1 L x2 y1 L x2 y2 L x1 y2 Z",
    ),
}
"""Name → (adjust values, guides, paths)."""

RECTANGLES = frozenset(("rect", "flowChartProcess", "bevel", "actionButtonBlank"))
ELLIPSES = frozenset(("ellipse", "flowChartConnector"))
POLYGONS = {"flowChartDecision": "diamond", "flowChartExtract": "triangle", "flowChartPreparation": "hexagon"}
"""Drawn as another is."""

"""The order in which Word insists on the children of an element (ECMA-376-1, annex A)."""

_TEXT = "b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden"

ORDER = {
    name: words.split()
    for name, words in {
        "document": "background body",
        "pPr": (
            "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
            "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
            "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
            "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
        ),
        "rPr": (
            f"rStyle rFonts {_TEXT} color spacing w kern position sz szCs highlight u effect bdr shd fitText "
            "vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
        ),
        "numPr": "ilvl numId",
        "pBdr": "top left bottom right between bar",
        "tblStylePr": "pPr rPr tblPr trPr tcPr",
        "tbl": "tblPr tblGrid tr",
        "tblPr": (
            "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
            "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
        ),
        "tblBorders": "top left start bottom right end insideH insideV",
        "tblCellMar": "top left start bottom right end",
        "tr": "tblPrEx trPr tc",
        "trPr": "gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden",
        "tc": "tcPr p",
        "tcPr": (
            "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
        ),
        "sectPr": (
            "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
            "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
        ),
        "styles": "docDefaults latentStyles style",
        "docDefaults": "rPrDefault pPrDefault",
        "style": (
            "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
            "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
        ),
        "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "num": "abstractNumId lvlOverride",
        "lvlOverride": "startOverride lvl",
        "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
        "settings": (
            "writeProtection view zoom removePersonalInformation bordersDoNotSurroundHeader "
            "bordersDoNotSurroundFooter mirrorMargins defaultTabStop evenAndOddHeaders characterSpacingControl "
            "noLineBreaksAfter noLineBreaksBefore compat themeFontLang clrSchemeMapping decimalSymbol listSeparator"
        ),
        "compat": (
            "useSingleBorderforContiguousCells spaceForUL noColumnBalance balanceSingleByteDoubleByteWidth "
            "noExtraLineSpacing doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn spacingInWholePoints "
            "lineWrapLikeWord6 adjustLineHeightInTable doNotUseIndentAsNumberingTabStop useFELayout compatSetting"
        ),
        "font": "altName panose1 charset family notTrueType pitch sig",
        "inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
        "graphicData": "pic",
        "pic": "nvPicPr blipFill spPr",
        "nvPicPr": "cNvPr cNvPicPr",
        "blipFill": "blip srcRect stretch",
        "spPr": "xfrm prstGeom",
        "xfrm": "off ext",
    }.items()
}

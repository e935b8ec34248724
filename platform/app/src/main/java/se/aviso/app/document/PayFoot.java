package se.aviso.app.document;

import se.aviso.group.CodeChoice;
import se.aviso.group.SlipChoice;

/** How the foot of a document asks for money, where it asks for any. */
public record PayFoot(SlipChoice slip, CodeChoice codes) {
    /** Without a slip, and with Swish's code: what holds where nobody has chosen. */
    public static final PayFoot USUAL = new PayFoot(SlipChoice.NONE, CodeChoice.SWISH);
}

package se.aviso.app.screen;

import se.aviso.dispatch.Channel;

/** The picture of a channel, the same on every page. */
public final class ChannelIcon {
    private ChannelIcon() {}

    /** Its name among the icons. */
    public static String of(Channel channel) {
        return switch (channel) {
            case EMAIL -> "mail";
            case LETTER -> "letter";
            case SMS -> "send";
            case MY_PAGES -> "user";
            case PEPPOL -> "invoice";
        };
    }
}

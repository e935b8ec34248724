package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import se.aviso.app.screen.ChannelIcon;
import se.aviso.dispatch.Channel;
import se.aviso.member.MembershipStatus;
import se.aviso.member.PeriodState;

/** How memberships, their periods and channels look: the tone and the icon beside the word. */
@Named
@ApplicationScoped
public class MembershipLook {
    /** How a status looks: in order, waiting, or over. */
    public String tone(MembershipStatus status) {
        return switch (status) {
            case ACTIVE -> "ok";
            case OFFERED -> "info";
            case LAPSED -> "warn";
            case ENDED -> "";
        };
    }

    /** The icon of a status. */
    public String icon(MembershipStatus status) {
        return switch (status) {
            case ACTIVE -> "okc";
            case OFFERED -> "clock";
            case LAPSED -> "alert";
            case ENDED -> "stop";
        };
    }

    /** How a period looks. */
    public String periodTone(PeriodState state) {
        return switch (state) {
            case PAID -> "ok";
            case OFFERED -> "info";
            case LAPSED -> "warn";
            case ENDED, CANCELLED, RECALLED -> "";
        };
    }

    /** The icon of a period. */
    public String periodIcon(PeriodState state) {
        return switch (state) {
            case PAID -> "okc";
            case OFFERED -> "clock";
            case LAPSED -> "alert";
            case ENDED -> "stop";
            case CANCELLED, RECALLED -> "x";
        };
    }

    /** The icon of a channel. */
    public String channelIcon(Channel channel) {
        return ChannelIcon.of(channel);
    }
}

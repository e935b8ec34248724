package se.aviso.app.run;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.aviso.app.member.FindMembershipTypes;
import se.aviso.app.screen.ChannelIcon;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Show;
import se.aviso.app.screen.Texts;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.DispatchState;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.run.Choice;

/** How runs and their recipients look on screens. */
@Named
@RequestScoped
public class RunLook {
    private static final int WHOLE = 100;

    @Inject
    Desk desk;

    @Inject
    Show show;

    @Inject
    Texts texts;

    @Inject
    FindMembershipTypes types;

    /** What a run is called: its kind and its day. */
    public String name(Run run) {
        return texts.with("run.name", texts.of(run.kind()), show.shortDay(run.businessDate()));
    }

    /** Which memberships were chosen; empty where it is all of them. */
    public String choice(Run run) {
        var choice = run.order().choice();
        var said = new ArrayList<String>();
        if (!choice.types().isEmpty()) {
            said.add(texts.with("run.onlyTypes", names(choice)));
        }
        choice.joined().from().ifPresent(day -> said.add(texts.with("run.onlyFrom", show.day(day))));
        choice.joined().to().ifPresent(day -> said.add(texts.with("run.onlyTo", show.day(day))));
        return String.join(" ", said);
    }

    private String names(Choice choice) {
        return types.named().stream()
                .filter(type -> choice.types().contains(new MembershipTypeId(type.id())))
                .map(type -> type.names().in(desk.getLanguage()))
                .collect(Collectors.joining(", "));
    }

    /** How a state looks: good, going on, somebody's to deal with. */
    public String tone(RunState state) {
        return switch (state) {
            case DONE -> "ok";
            case FAILED -> "bad";
            case PREVIEWED, PAUSED -> "warn";
            case RUNNING, CANCELLED, RECALLED -> "info";
        };
    }

    /** The icon of a state. */
    public String icon(RunState state) {
        return switch (state) {
            case DONE -> "okc";
            case FAILED -> "alert";
            case PREVIEWED -> "help";
            case PAUSED, RUNNING -> "clock";
            case CANCELLED, RECALLED -> "split";
        };
    }

    /** How what became of a recipient looks. */
    public String tone(RecipientState state) {
        return switch (state) {
            case DONE -> "ok";
            case FAILED, STANDS -> "bad";
            case WAITING, PASSED_OVER, RECALLED -> "info";
        };
    }

    /** The icon of what became of a recipient. */
    public String icon(RecipientState state) {
        return switch (state) {
            case DONE -> "okc";
            case FAILED, STANDS -> "alert";
            case WAITING -> "clock";
            case PASSED_OVER, RECALLED -> "split";
        };
    }

    /** The icon of a channel. */
    public String icon(Channel channel) {
        return ChannelIcon.of(channel);
    }

    /** What so many reminders go without, and the code of the reason. */
    public record Without(String code, long reminders) {}

    /** What reminders go without, reason by reason. */
    public List<Without> without(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> new Without(each.getKey(), each.getValue()))
                .toList();
    }

    /** How far a phase has come, in percent. */
    public int percent(Run run) {
        var of = run.phase() == RunPhase.RECALL
                ? recallable(run)
                : run.progress().total();
        return of == 0 ? WHOLE : Math.min(WHOLE, run.turns() * WHOLE / of);
    }

    /** How far a phase has come, in words. */
    public String progress(Run run) {
        var of = run.phase() == RunPhase.RECALL
                ? recallable(run)
                : run.progress().total();
        return texts.with("run.progress", show.number(run.turns()), show.number(of));
    }

    /** Why a recipient was not done. */
    public String reason(String code) {
        return new ReasonTexts(desk.getLocale()).what(code);
    }

    /** What can be done about it; empty where nothing needs to be. */
    public String now(String code) {
        return new ReasonTexts(desk.getLocale()).now(code).orElse("");
    }

    /** The word of a state of mailings. */
    public String word(DispatchState state) {
        return texts.of(state);
    }

    private static int recallable(Run run) {
        var progress = run.progress();
        return run.state() == RunState.RECALLED ? progress.recalled() : progress.done() - progress.failed();
    }
}

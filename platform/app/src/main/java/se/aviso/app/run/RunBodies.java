package se.aviso.app.run;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.invoice.Foreseen;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.DispatchState;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.Money;
import se.aviso.run.Choice;

/** Runs as JSON. */
public final class RunBodies {
    private RunBodies() {}

    /**
     * A run to start; with {@code preview} it waits for approval before anything is issued.
     *
     * @param typeIds of which types memberships are billed; any where none is named, and only of a selection
     */
    public record NewRun(
            RunKind kind,
            Optional<LocalDate> businessDate,
            Optional<UUID> groupId,
            Optional<Boolean> preview,
            Optional<List<UUID>> typeIds,
            Optional<LocalDate> joinedFrom,
            Optional<LocalDate> joinedTo) {
        Choice choice() {
            var types = typeIds.orElse(List.of()).stream()
                    .map(MembershipTypeId::new)
                    .toList();
            return new Choice(types, new Choice.Joined(joinedFrom, joinedTo));
        }
    }

    /** A run as it is. */
    public record RunBody(
            UUID id,
            RunKind kind,
            LocalDate businessDate,
            RunState state,
            RunPhase phase,
            int total,
            int previewed,
            int done,
            int failed,
            int recalled,
            String startedBy,
            Instant startedAt,
            boolean byItself,
            Optional<Instant> holdUntil,
            List<UUID> typeIds,
            Optional<LocalDate> joinedFrom,
            Optional<LocalDate> joinedTo,
            Map<String, Long> reasons) {
        /** One that nothing is told of but how far it is. */
        public static RunBody of(Run run) {
            return of(new FindRuns.Listed(run, Map.of()));
        }

        static RunBody of(FindRuns.Listed listed) {
            var run = listed.run();
            var progress = run.progress();
            var choice = run.order().choice();
            return new RunBody(
                    run.id().value(),
                    run.kind(),
                    run.businessDate(),
                    run.state(),
                    run.phase(),
                    progress.total(),
                    progress.foreseen(),
                    progress.done(),
                    progress.failed(),
                    progress.recalled(),
                    run.begun().by(),
                    run.begun().at(),
                    run.begun().byItself(),
                    run.stage().holdUntil(),
                    choice.types().stream().map(MembershipTypeId::value).toList(),
                    choice.joined().from(),
                    choice.joined().to(),
                    listed.reasons());
        }
    }

    /**
     * All about a run; what it comes to is left out while it works.
     *
     * @param warnings how many reminders go without fee or interest that the policy wants, by the code of the reason
     */
    public record WholeRun(
            @JsonUnwrapped RunBody run,
            Optional<PreviewBody> preview,
            Optional<DocumentsBody> issued,
            Optional<ChangesBody> changed,
            Optional<Map<DispatchState, Long>> dispatches,
            Optional<String> dispatchCost,
            Optional<Instant> dispatchesHeldUntil,
            Optional<Map<String, Long>> warnings) {
        static WholeRun of(FindRuns.Seen seen) {
            var outcome = seen.outcome();
            var counted = Optional.of(outcome).filter(any -> seen.counted());
            return new WholeRun(
                    RunBody.of(seen.listed()),
                    seen.preview().map(PreviewBody::of),
                    counted.map(FindRuns.Outcome::issued)
                            .map(issued -> new DocumentsBody(issued.count(), decimal(issued.amount()))),
                    counted.map(FindRuns.Outcome::changes)
                            .map(changes -> new ChangesBody(changes.notDue(), changes.failed())),
                    counted.map(any -> any.dispatches().counts()),
                    counted.map(any -> decimal(any.dispatches().cost())),
                    outcome.dispatches().heldUntil(),
                    counted.map(FindRuns.Outcome::without).filter(without -> !without.isEmpty()));
        }
    }

    /** Documents and their sum in kronor. */
    public record DocumentsBody(long count, String amount) {}

    /** What came otherwise than foreseen. */
    public record ChangesBody(long notDue, long failed) {}

    /** What would come; what stops recipients first. */
    public record PreviewBody(
            long blocked,
            List<ForecastStore.Blocker> blockers,
            long coming,
            Map<String, Long> passedOver,
            long documents,
            String amount,
            String currency,
            List<KindBody> kinds,
            List<ChannelBody> channels,
            String cost) {
        static PreviewBody of(Preview preview) {
            return new PreviewBody(
                    preview.blocked().count(),
                    preview.blocked().blockers(),
                    preview.coming(),
                    preview.passedOver(),
                    preview.documents(),
                    decimal(preview.amount()),
                    "SEK",
                    preview.kinds().stream()
                            .map(kind -> new KindBody(kind.kind(), kind.count(), decimal(kind.amount())))
                            .toList(),
                    preview.channels().stream().map(ChannelBody::of).toList(),
                    decimal(preview.cost()));
        }
    }

    /** The documents of a kind. */
    public record KindBody(Foreseen.Kind kind, long count, String amount) {}

    /** The documents of a channel, and what it costs to send them. */
    public record ChannelBody(Channel channel, long count, String costEach, String cost) {
        static ChannelBody of(Preview.ByChannel channel) {
            return new ChannelBody(
                    channel.channel(), channel.count(), decimal(channel.each()), decimal(channel.cost()));
        }
    }

    /**
     * A recipient.
     *
     * @param detail the reason in the caller's language
     * @param now what can be done about it
     */
    public record RecipientBody(
            UUID subjectId,
            UUID memberId,
            String memberName,
            UUID groupId,
            String groupName,
            RecipientState state,
            Optional<String> reason,
            Optional<String> detail,
            Optional<String> now,
            Optional<ForeseenBody> preview) {
        static RecipientBody of(RecipientListStore.Recipient recipient, ReasonTexts texts) {
            var whose = recipient.whose();
            return new RecipientBody(
                    recipient.subject(),
                    whose.memberId(),
                    whose.memberName(),
                    whose.groupId(),
                    whose.groupName(),
                    recipient.state(),
                    recipient.reason(),
                    recipient.reason().map(texts::what),
                    recipient.reason().flatMap(texts::now),
                    recipient.foreseen().map(ForeseenBody::of));
        }
    }

    /** What was foreseen for a recipient. */
    public record ForeseenBody(
            Foreseen.Verdict verdict,
            Optional<String> reason,
            Optional<Foreseen.Kind> kind,
            Optional<Channel> channel,
            Optional<String> amount) {
        static ForeseenBody of(Foreseen foreseen) {
            return new ForeseenBody(
                    foreseen.verdict(),
                    foreseen.reason(),
                    foreseen.paper().map(Foreseen.Paper::kind),
                    foreseen.paper().flatMap(Foreseen.Paper::channel),
                    foreseen.paper().map(paper -> decimal(paper.amount())));
        }
    }

    private static String decimal(Money amount) {
        return amount.toDecimal();
    }
}

package se.aviso.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.dispatch.DispatchState.News;

class DispatchStateTest {
    @Test
    void onlyWhatMayNotHaveArrivedIsSentAgain() {
        assertThat(Arrays.stream(DispatchState.values()).filter(DispatchState::maySendAgain))
                .containsExactlyInAnyOrder(DispatchState.FAILED, DispatchState.BOUNCED, DispatchState.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "HANDED_OVER, TAKEN, SENT",
        "HANDED_OVER, LOST, BOUNCED",
        "UNKNOWN, TAKEN, SENT",
        "UNKNOWN, DELIVERED, DELIVERED",
        "UNKNOWN, LOST, BOUNCED",
        "SENT, DELIVERED, DELIVERED",
        "SENT, LOST, BOUNCED",
        "QUEUED, DELIVERED, DELIVERED",
        "PREPARING, DELIVERED, DELIVERED"
    })
    void aReceiptMovesADispatchOn(DispatchState before, News news, DispatchState after) {
        assertThat(before.told(news)).contains(after);
    }

    @ParameterizedTest
    @CsvSource({
        "SENT, TAKEN",
        "DELIVERED, TAKEN",
        "DELIVERED, LOST",
        "BOUNCED, DELIVERED",
        "QUEUED, LOST",
        "QUEUED, TAKEN"
    })
    void oneThatComesLateOrAgainChangesNothing(DispatchState before, News news) {
        assertThat(before.told(news)).isEmpty();
    }

    @Test
    void whicheverReceiptsComeTheFirstEndHolds() {
        for (var first : List.of(News.DELIVERED, News.LOST)) {
            var ended = DispatchState.SENT.told(first).orElseThrow();
            assertThat(News.values())
                    .allSatisfy(news -> assertThat(ended.told(news)).isEmpty());
        }
    }

    @Test
    void whatAProviderHasIsCalledBackUntilItsEndIsTold() {
        assertThat(DispatchState.SENT.calledBack()).contains(DispatchState.WITHDRAWN);
        assertThat(DispatchState.DELIVERED.calledBack()).isEmpty();
        assertThat(DispatchState.BOUNCED.calledBack()).isEmpty();
        assertThat(DispatchState.QUEUED.mayBeCalledBack()).isFalse();
        assertThat(DispatchState.HANDED_OVER.mayBeCalledBack()).isTrue();
        assertThat(DispatchState.WITHDRAWN.told(News.DELIVERED)).isEmpty();
    }
}

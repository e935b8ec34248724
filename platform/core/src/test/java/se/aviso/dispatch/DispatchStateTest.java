package se.aviso.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DispatchStateTest {
    @Test
    void onlyWhatMayNotHaveArrivedIsSentAgain() {
        assertThat(Arrays.stream(DispatchState.values()).filter(DispatchState::maySendAgain))
                .containsExactlyInAnyOrder(DispatchState.FAILED, DispatchState.BOUNCED, DispatchState.UNKNOWN);
    }
}

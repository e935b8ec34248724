package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.kernel.Money.ore;
import static se.aviso.payment.PaymentFixture.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;

class AddingUpTest {
    @Test
    void twoThatAreTogetherWhatWasPaidAreFound() {
        assertThat(found(kronor(500), claim(1, kronor(200)), claim(2, kronor(250)), claim(3, kronor(300))))
                .containsExactly(1, 3);
    }

    @Test
    void theFewestAreFound() {
        assertThat(found(
                        kronor(600),
                        claim(1, kronor(100)),
                        claim(2, kronor(200)),
                        claim(3, kronor(300)),
                        claim(4, kronor(400))))
                .containsExactly(2, 4);
    }

    @Test
    void whereOneAloneIsWhatWasPaidNothingIsAddedUp() {
        assertThat(found(kronor(300), claim(1, kronor(100)), claim(2, kronor(200)), claim(3, kronor(300))))
                .isEmpty();
    }

    @Test
    void whatDoesNotAddUpToTheOreDoesNot() {
        assertThat(found(ore(50_001), claim(1, kronor(200)), claim(2, kronor(300))))
                .isEmpty();
    }

    @Test
    void moreThanFourAreNotGuessed() {
        var five = new ArrayList<OpenItem>();
        for (var number = 1; number <= 5; number++) {
            five.add(claim(number, kronor(100)));
        }
        assertThat(AddingUp.to(kronor(500), five)).isEmpty();
        assertThat(AddingUp.to(kronor(400), five)).isPresent();
    }

    @Test
    void whateverIsFoundIsTheAmount() {
        var seed = 4_711L;
        var random = new Random(seed);
        for (var round = 0; round < 3_000; round++) {
            var items = new ArrayList<OpenItem>();
            for (var number = 1; number <= 1 + random.nextInt(15); number++) {
                items.add(claim(number, ore(random.nextInt(50))));
            }
            var amount = ore(1 + random.nextInt(150));
            AddingUp.to(amount, items).ifPresent(found -> {
                assertThat(found).as("seed %d", seed).hasSizeBetween(2, 4).doesNotHaveDuplicates();
                assertThat(found.stream().map(OpenItem::open).reduce(Money::plus))
                        .contains(amount);
            });
        }
    }

    private static List<Integer> found(Money amount, OpenItem... items) {
        return AddingUp.to(amount, List.of(items)).stream()
                .flatMap(List::stream)
                .map(item -> (int) item.id().value().getLeastSignificantBits())
                .toList();
    }
}

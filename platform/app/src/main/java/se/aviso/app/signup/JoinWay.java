package se.aviso.app.signup;

import se.aviso.dispatch.Channel;

/** What the public form asks in one question: how to pay, and how the invoice comes. */
public enum JoinWay {
    EMAIL(PaymentOption.AVI, Channel.EMAIL),
    SWISH(PaymentOption.SWISH, Channel.EMAIL),
    LETTER(PaymentOption.AVI, Channel.LETTER);

    private final PaymentOption payment;
    private final Channel channel;

    JoinWay(PaymentOption payment, Channel channel) {
        this.payment = payment;
        this.channel = channel;
    }

    PaymentOption payment() {
        return payment;
    }

    Channel channel() {
        return channel;
    }
}

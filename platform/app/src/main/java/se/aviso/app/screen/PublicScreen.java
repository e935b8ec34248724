package se.aviso.app.screen;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A page under {@code /public/} for everybody, without log-in; each address may ask for it only so often. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PublicScreen {
    /** The address, such as {@code /public/join.xhtml}. */
    String path();

    /** Requests that one address may make in a minute. */
    int perMinute() default 60;
}

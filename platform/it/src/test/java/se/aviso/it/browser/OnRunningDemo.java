package se.aviso.it.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A class of tests on the one demo that runs for all of them; its books must be in order at the end. These classes run
 * one after the other, beside those that have nothing to do with the demo.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(RunningDemo.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the demo")
@interface OnRunningDemo {}

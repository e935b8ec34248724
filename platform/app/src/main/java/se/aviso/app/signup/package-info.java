/**
 * The public form: a person joins a group and has an invoice at once.
 *
 * <p>Central type: {@link se.aviso.app.signup.JoinGroup}.
 */
@NullMarked
package se.aviso.app.signup;

import org.jspecify.annotations.NullMarked;

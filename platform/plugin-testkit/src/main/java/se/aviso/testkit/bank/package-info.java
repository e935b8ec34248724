/**
 * What every plugin that reads a bank's files must keep to.
 *
 * <p>Central type: {@link se.aviso.testkit.bank.BankFormatContract}; a plugin's test extends it and names its samples.
 * {@link se.aviso.testkit.bank.EventLog} serves any test that wants to see what a format reads.
 */
@NullMarked
package se.aviso.testkit.bank;

import org.jspecify.annotations.NullMarked;

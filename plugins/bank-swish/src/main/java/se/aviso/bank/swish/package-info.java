/**
 * Reads Swish reports: the files in which a bank lists what was paid to its customers' Swish numbers. Each bank has a
 * layout of its own; Handelsbanken's and Swedbank's are read.
 *
 * <p>Central type: {@link se.aviso.bank.swish.SwishFormat}. A line becomes a {@code Row}, a row becomes fields by the
 * columns of the layout ({@code Columns}), fields become a {@code Transaction}. One reading keeps one line in memory,
 * and of each payment some bytes of its name. The package knows nothing of invoices, members or tenants.
 */
@NullMarked
package se.aviso.bank.swish;

import org.jspecify.annotations.NullMarked;

/** What an operator is told about the state of the program: findings, and the checks that make them. */
@NullMarked
package org.emotitune.doctor;

import org.jspecify.annotations.NullMarked;

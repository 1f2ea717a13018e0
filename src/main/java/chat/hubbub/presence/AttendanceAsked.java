package chat.hubbub.presence;

import chat.hubbub.bus.Fact;

/** A node has just begun, or may have missed a fact: every node tells all its people. */
record AttendanceAsked() implements Fact {

}

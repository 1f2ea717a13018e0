# Perl's Net::Stomp over TCP: PORT TOPIC
use strict;
use warnings;
use Net::Stomp;

my ($port, $topic) = @ARGV;
alarm 25;

sub expect {
	my ($stomp, $part) = @_;
	my $frame = $stomp->receive_frame({ timeout => 20 }) or die "nothing came";
	die "not what was sent: " . $frame->command if $frame->command ne "MESSAGE" || index($frame->body, $part) < 0;
}

my $stomp = Net::Stomp->new({ hostname => "localhost", port => $port });
my $connected = $stomp->connect({ login => "ada", passcode => "", "accept-version" => "1.2", host => "localhost" });
die "not connected: " . $connected->command unless $connected->command eq "CONNECTED";
$stomp->subscribe({ destination => "/topic/chat.$topic", id => "chat", ack => "auto" });
$stomp->subscribe({ destination => "/topic/echo", id => "echo", ack => "auto" });
$stomp->send({ destination => "/app/echo", body => "Gr\xC3\xBC\xC3\x9Fe", "content-type" => "text/plain" });
expect($stomp, "Gr\xC3\xBC\xC3\x9Fe");
$stomp->send({ destination => "/app/echo", body => "x" x 65536, "content-type" => "text/plain" });
expect($stomp, "x" x 65536);
$stomp->send({ destination => "/app/chat.$topic", body => "Tea", "content-type" => "text/plain", receipt => "1" });
my %answers = map { $_->command => $_ } map { $stomp->receive_frame({ timeout => 20 }) } 1 .. 2;
die "no receipt" unless $answers{RECEIPT} && $answers{RECEIPT}->headers->{"receipt-id"} eq "1";
die "not posted" unless $answers{MESSAGE} && $answers{MESSAGE}->body =~ /"text":"Tea"/;
# It knows no heart-beats, so none are agreed on: it lives without them.
die "unexpected" if $stomp->receive_frame({ timeout => 3 });
$stomp->send({ destination => "/app/echo", body => "still here", "content-type" => "text/plain" });
expect($stomp, "still here");
$stomp->disconnect;
print "all is well\n";

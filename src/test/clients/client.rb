# Ruby's stomp over TCP: PORT TOPIC
require "stomp"
require "timeout"

port, topic = ARGV[0].to_i, ARGV[1]

def expect(connection, part)
  message = connection.receive
  body = message.body.dup.force_encoding("UTF-8")
  abort "not what was sent: #{message.command} #{body[0, 80]}" unless message.command == "MESSAGE" && body.include?(part)
end

Timeout.timeout(25) do
  connection = Stomp::Connection.new(hosts: [{ host: "localhost", port: port, login: "ada", passcode: "" }],
                                     reliable: false,
                                     connect_headers: { "accept-version" => "1.2", "host" => "localhost",
                                                        "heart-beat" => "1000,1000" })
  abort "wrong version" unless connection.protocol == Stomp::SPL_12
  connection.subscribe("/topic/chat.#{topic}", { "id" => "chat" })
  connection.subscribe("/topic/echo", { "id" => "echo" })
  connection.publish("/app/echo", "Grüße 👋", { "content-type" => "text/plain" })
  expect(connection, "Grüße 👋")
  connection.publish("/app/echo", "x" * 65_536, { "content-type" => "text/plain" })
  expect(connection, "x" * 65_536)
  connection.publish("/app/chat.#{topic}", "Tee für 👋", { "content-type" => "text/plain", "receipt" => "1" })
  answers = [connection.receive, connection.receive]
  abort "no receipt" unless answers.any? { |answer| answer.command == "RECEIPT" && answer.headers["receipt-id"] == "1" }
  abort "not posted" unless answers.any? { |answer| answer.command == "MESSAGE" }
  sleep 0.1 until connection.hbrecv_count >= 2 && connection.hbsend_count >= 2
  connection.publish("/app/echo", "still here", { "content-type" => "text/plain" })
  expect(connection, "still here")
  connection.disconnect({ "receipt" => "bye" })
  abort "no receipt of the end" unless connection.disconnect_receipt&.headers&.fetch("receipt-id") == "bye"
end
puts "all is well"

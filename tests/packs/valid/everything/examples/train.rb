
  puts "train"


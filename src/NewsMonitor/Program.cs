using NewsMonitor.Commands;

return await CommandLine.RunAsync(args);

using SnnGen.Tool.Commands;

return await SnnGenCommand.RunAsync(args);
